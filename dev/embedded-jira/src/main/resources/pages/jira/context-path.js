/** Before AUI: it takes the context path from here and cannot be given one later. */
window.AJS = {
    contextPath: function () {
        'use strict';
        return document.querySelector('meta[name="ajs-context-path"]').getAttribute('content');
    }
};
