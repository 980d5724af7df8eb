AJS.toInit(function () {
    'use strict';
    require(['embedded/rest', 'embedded/dom'], function (rest, dom) {
        function say(type, text) {
            dom.fill(document.getElementById('upm-message'), [dom.element('div', {'class': 'aui-message aui-message-' + type}, text)]);
        }

        function row(app) {
            var state = dom.element('span', {'class': 'aui-lozenge ' + (app.enabled ? 'aui-lozenge-success' : '')}, app.enabled ? 'Enabled' : 'Disabled');
            return dom.element('tr', {'data-key': app.key}, dom.element('td', {}, app.name), dom.element('td', {}, app.key),
                dom.element('td', {}, app.version), dom.element('td', {}, state));
        }

        function load() {
            return rest.get('/rest/plugins/1.0/').then(function (found) {
                dom.fill(document.querySelector('#upm-manage-user-installed-plugins tbody'), found.plugins.map(row));
            }).catch(function (problem) { say('error', problem.message); });
        }

        document.getElementById('upm-upload').addEventListener('submit', function (event) {
            event.preventDefault();
            var upload = new FormData();
            upload.append('plugin', document.getElementById('upm-upload-file').files[0]);
            rest.post('/rest/plugins/1.0/', upload).then(load).then(function () {
                say('success', 'Installed and ready to go.');
            }).catch(function (problem) { say('error', problem.message); });
        });
        load();
    });
});
