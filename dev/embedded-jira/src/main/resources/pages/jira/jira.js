/** Jira's globals and the modules that apps ask for. */
(function (global, $) {
    'use strict';
    var AJS = global.AJS;

    function meta(name) {
        var element = document.querySelector('meta[name="ajs-' + name + '"]');
        return element ? element.getAttribute('content') : undefined;
    }

    var own = {};
    AJS.Meta = {
        get: function (name) {
            var value = name in own ? own[name] : meta(name);
            return value === 'true' ? true : value === 'false' ? false : value;
        },
        getNumber: function (name) {
            return Number(AJS.Meta.get(name));
        },
        getBoolean: function (name) {
            return AJS.Meta.get(name) === true;
        },
        set: function (name, value) {
            own[name] = value;
        }
    };
    global.contextPath = AJS.contextPath();

    var Types = {
        NEW_CONTENT_ADDED: 'newContentAdded',
        ISSUE_REFRESHED: 'issueRefreshed',
        REFRESH_ISSUE_PAGE: 'refreshIssuePage',
        INLINE_EDIT_SAVE_COMPLETE: 'inlineEditSaveComplete'
    };
    var Events = {
        bind: function (name, handler) {
            $(document).on(name, handler);
        },
        unbind: function (name, handler) {
            $(document).off(name, handler);
        },
        one: function (name, handler) {
            $(document).one(name, handler);
        },
        trigger: function (event, parameters) {
            $(document).trigger(event, parameters);
        }
    };
    var Reasons = {pageLoad: 'pageLoad', panelRefreshed: 'panelRefreshed', dialogReady: 'dialogReady', issueTableRefreshed: 'issueTableRefreshed'};
    global.JIRA = $.extend(global.JIRA || {}, {
        Events: Types,
        CONTENT_ADDED_REASON: Reasons,
        bind: Events.bind,
        unbind: Events.unbind,
        one: Events.one,
        trigger: Events.trigger,
        Issue: {
            getIssueKey: function () {
                return AJS.Meta.get('issue-key');
            },
            getIssueId: function () {
                return AJS.Meta.get('issue-id');
            }
        }
    });

    /** Data of web-resources stands in blocks that are no scripts, so that nothing inline is run. */
    function claim(key) {
        var block = Array.prototype.find.call(document.querySelectorAll('script[type="application/json"][data-wrm-key]'), function (element) {
            return element.getAttribute('data-wrm-key') === key;
        });
        if (!block) {
            return undefined;
        }
        block.parentNode.removeChild(block);
        return JSON.parse(block.textContent);
    }
    global.WRM = $.extend(global.WRM || {}, {data: {claim: claim}});

    function flagOf(type) {
        return function (title, body, options) {
            return AJS.flag($.extend({type: type, title: body === undefined ? '' : title, body: body === undefined ? title : body,
                close: type === 'success' || type === 'info' ? 'auto' : 'manual'}, options));
        };
    }

    define('jquery', [], function () { return $; });
    define('ajs', [], function () { return AJS; });
    define('wrm/context-path', [], function () { return AJS.contextPath; });
    define('wrm/data', [], function () { return {claim: claim}; });
    define('jira/util/events', [], function () { return Events; });
    define('jira/util/events/types', [], function () { return Types; });
    define('jira/util/events/reasons', [], function () { return Reasons; });
    define('jira/util/data/meta', [], function () { return AJS.Meta; });
    define('jira/util/formatter', [], function () { return {format: AJS.format, I18n: AJS.I18n}; });
    define('aui/flag', [], function () { return AJS.flag; });
    define('aui/dialog2', [], function () { return AJS.dialog2; });
    define('jira/flag', [], function () {
        return {showSuccessMsg: flagOf('success'), showErrorMsg: flagOf('error'), showInfoMsg: flagOf('info'), showWarningMsg: flagOf('warning')};
    });

    $(function () {
        Events.trigger(Types.NEW_CONTENT_ADDED, [$(document), Reasons.pageLoad]);
    });
}(window, window.jQuery));
