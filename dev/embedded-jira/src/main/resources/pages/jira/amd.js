/** The small part of AMD that Jira's scripts and its apps use: named modules, made when they are first asked for. */
(function (global) {
    'use strict';
    var waiting = {};
    var made = {};

    function get(name) {
        if (!(name in made)) {
            if (!(name in waiting)) {
                throw new Error('No module ' + name);
            }
            var module = waiting[name];
            delete waiting[name];
            var exported = {exports: {}};
            var result = typeof module.factory === 'function' ? module.factory.apply(global, module.needs.map(function (need) {
                return need === 'require' ? global.require : need === 'exports' ? exported.exports : need === 'module' ? exported : get(need);
            })) : module.factory;
            made[name] = result === undefined ? exported.exports : result;
        }
        return made[name];
    }

    global.define = function (name, needs, factory) {
        if (typeof name !== 'string') {
            throw new Error('Modules in Jira have a name');
        }
        waiting[name] = factory === undefined ? {needs: ['require', 'exports', 'module'], factory: needs} : {needs: needs, factory: factory};
    };
    global.define.amd = {jQuery: true};

    /** require('name') returns the module at once; require(['a', 'b'], fn) calls back after the running script, as in Jira. */
    global.require = function (names, callback) {
        if (typeof names === 'string') {
            return get(names);
        }
        setTimeout(function () {
            var modules = names.map(get);
            if (callback) {
                callback.apply(global, modules);
            }
        }, 0);
    };
    global.requirejs = global.require;
}(window));
