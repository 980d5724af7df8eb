/** The issue's own fields: header, details, description, people, dates. */
define('embedded/issue-fields', ['embedded/dom'], function (dom) {
    'use strict';

    function detail(id, name, value) {
        return dom.element('li', {'class': 'item'}, dom.element('div', {'class': 'wrap'}, dom.element('strong', {'class': 'name'}, name + ':'),
            dom.element('span', {'class': 'value', id: id}, value)));
    }

    function pair(id, name, value) {
        return [dom.element('dt', {}, name + ':'), dom.element('dd', {}, dom.element('span', {id: id}, value))];
    }

    return {
        show: function (issue) {
            var fields = issue.fields;
            document.getElementById('summary-val').textContent = fields.summary;
            dom.fill(document.getElementById('issuedetails'), [
                detail('type-val', 'Type', dom.element('span', {}, dom.issueType(fields.issuetype), ' ', fields.issuetype.name)),
                detail('status-val', 'Status', dom.status(fields.status)),
                detail('priority-val', 'Priority', fields.priority ? fields.priority.name : 'Medium'),
                detail('resolution-val', 'Resolution', fields.resolution ? fields.resolution.name : 'Unresolved')
            ]);
            dom.fill(document.getElementById('description-val'), fields.description
                ? [dom.element('div', {'class': 'user-content-block plain'}, fields.description)] : [dom.element('em', {}, 'None')]);
            dom.fill(document.getElementById('peopledetails'),
                pair('assignee-val', 'Assignee', dom.user(fields.assignee)).concat(pair('reporter-val', 'Reporter', dom.user(fields.reporter, 'Anonymous'))));
            dom.fill(document.getElementById('datesdetails'),
                pair('created-val', 'Created', dom.time(fields.created)).concat(pair('updated-val', 'Updated', dom.time(fields.updated))));
        }
    };
});
