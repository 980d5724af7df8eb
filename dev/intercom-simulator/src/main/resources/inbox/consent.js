"use strict";

// Only the chosen workspace's teammates can be chosen.
const workspace = document.getElementById("workspace");
const teammate = document.getElementById("teammate");

function offerTeammates() {
  let first = null;
  for (const group of teammate.querySelectorAll("optgroup")) {
    const fits = group.dataset.workspace === workspace.value;
    group.hidden = !fits;
    group.disabled = !fits;
    if (fits && first === null) {
      first = group.querySelector("option");
    }
  }
  const chosen = teammate.selectedOptions[0];
  if (first && (!chosen || chosen.parentElement.disabled)) {
    first.selected = true;
  }
}

workspace.addEventListener("change", offerTeammates);
offerTeammates();
