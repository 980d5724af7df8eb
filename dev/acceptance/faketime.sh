# For scripts that run the tests: the library that lets one node of the cluster have another clock.

has_faketime() {
    compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null
}

# $1: the script that needs it
need_faketime() {
    has_faketime && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || { echo "$1: libfaketime is missing, and without root it cannot be installed (Debian: apt-get install faketime)" >&2; exit 2; }
        as_root=(sudo -n)
    fi
    command -v apt-get >/dev/null || { echo "$1: libfaketime is missing, and there is no apt-get to install it with" >&2; exit 2; }
    echo "$1: installing libfaketime"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends faketime >/dev/null
    has_faketime || { echo "$1: libfaketime was installed but is not where it is looked for" >&2; exit 2; }
}
