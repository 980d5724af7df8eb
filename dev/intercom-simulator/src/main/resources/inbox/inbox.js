"use strict";

// Everything that people wrote is shown through textContent; only `html` of a message, which the server has cleaned, is put in as HTML.

const region = location.pathname.split("/")[1];
const workspace = (location.pathname.match(/\/a\/(?:inbox|apps)\/([^/]+)/) || [])[1] || "_";
const element = id => document.getElementById(id);

const eventTexts = {
  close: "closed the conversation",
  open: "reopened the conversation",
  snoozed: "snoozed the conversation",
  assignment: "changed the assignment",
  assign_and_reopen: "assigned and reopened the conversation",
  timer_unsnooze: "reopened the conversation: its time had come",
  quick_reply: "offered quick replies",
  conversation_attribute_updated_by_admin: "changed an attribute",
};

let revision = "";
let shown = null;

function selected() {
  const match = location.pathname.match(/.*\/conversations?\/(\d+)/);
  return match ? match[1] : null;
}

function make(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text ?? "";
  return made;
}

function time(seconds) {
  return new Date(seconds * 1000).toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

function row(conversation) {
  const link = make("a", "row");
  link.href = `/${region}/a/inbox/${workspace}/inbox/conversation/${conversation.id}`;
  link.dataset.id = conversation.id;
  if (conversation.id === selected()) {
    link.setAttribute("aria-current", "page");
  }
  const top = make("div", "top");
  top.append(make("span", "", conversation.contact), make("span", "", time(conversation.updatedAt)));
  const title = make("div", "title", conversation.title);
  const below = make("div", "excerpt");
  below.append(make("span", `state ${conversation.state}`, conversation.state), " ", make("span", "", conversation.excerpt));
  link.append(top, title, below);
  link.addEventListener("click", event => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.pushState(null, "", link.href);
      refresh(true);
    }
  });
  return link;
}

function message(part) {
  const event = eventTexts[part.type];
  const item = document.createElement("li");
  item.dataset.id = part.id;
  item.dataset.type = part.type;
  if (event && part.html === null) {
    item.className = "event";
    item.textContent = `${part.author} ${event} · ${time(part.at)}`;
    return item;
  }
  const side = part.type === "note" ? "note" : "";
  item.className = `${part.authorType === "admin" || part.authorType === "bot" ? "admin" : "customer"} ${side}`;
  const who = make("div", "who");
  who.append(make("strong", "author", part.author), " · ", make("time", "", time(part.at)));
  if (part.type === "note") {
    who.append(make("span", "kind", "Note"));
  } else if (event) {
    who.append(` · ${event}`);
  }
  const bubble = make("div", "bubble");
  bubble.innerHTML = part.html ?? "";
  item.append(who, bubble);
  return item;
}

function showThread(thread) {
  for (const part of document.querySelectorAll("#thread > *")) {
    part.hidden = part.id === "empty";
  }
  element("title").textContent = thread.title;
  element("contact").textContent = thread.contact;
  element("assignee").textContent = thread.assignee === null ? "Unassigned" : `Assigned to ${thread.assignee}`;
  element("state").textContent = thread.state;
  element("state").className = `state ${thread.state}`;
  element("open").disabled = thread.state === "open";
  element("close").disabled = thread.state === "closed";
  element("snooze").disabled = thread.state === "snoozed";
  const list = element("messages");
  const fresh = shown !== thread.id;
  if (fresh) {
    list.replaceChildren();
    shown = thread.id;
  }
  const before = list.children.length;
  list.append(...thread.messages.slice(before).map(message));
  if (list.children.length > before) {
    list.scrollTop = list.scrollHeight;
  }
  document.title = `${thread.title} | Intercom (simulated)`;
}

async function refresh(force) {
  const id = selected();
  const answer = await fetch(`/${region}/inbox-data/${workspace}?revision=${force ? "" : revision}`);
  if (answer.status === 200) {
    const inbox = await answer.json();
    element("workspace").textContent = inbox.workspace;
    element("region").textContent = inbox.region;
    element("conversations").replaceChildren(...inbox.conversations.map(row));
    if (id !== null) {
      const thread = await fetch(`/${region}/inbox-data/${workspace}/${id}`);
      if (thread.ok) {
        showThread(await thread.json());
      } else {
        element("empty").textContent = "This conversation does not exist.";
      }
    }
    revision = inbox.revision;
  }
}

async function act(action, body) {
  await fetch(`/${region}/inbox-data/${workspace}/${selected()}/${action}`, { method: "POST", body: JSON.stringify(body ?? {}) });
  await refresh(true);
}

async function poll() {
  try {
    await refresh(false);
    element("offline").textContent = "";
  } catch (unreachable) {
    element("offline").textContent = "Not connected";
  }
  setTimeout(poll, 1000);
}

for (const action of ["open", "close", "snooze"]) {
  element(action).addEventListener("click", () => act(action));
}
element("compose").addEventListener("submit", async event => {
  event.preventDefault();
  const text = element("text").value;
  element("text").value = "";
  await act("customer", { text });
});
addEventListener("popstate", () => refresh(true));
poll();
