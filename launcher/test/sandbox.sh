# Sourced by every test: a copy of the launcher in a folder of its own, on a machine made up of a few links, with a JDK, a Node, a
# Maven and an npm that only note what they were asked. Nothing is built and no server starts.
set -u

SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
SANDBOX=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$SANDBOX"' EXIT
FAILED=0

# verdict CODE SENTENCE
verdict() {
  if [ "$1" -eq 0 ]; then
    printf 'ok - %s\n' "$2"
    return
  fi
  FAILED=$((FAILED + 1))
  printf 'not ok - %s\n' "$2"
  printf '%s\n' "exit code ${CODE:-none}" "standard output: $(cat "$SANDBOX/out" 2> /dev/null)" \
    "standard error: $(cat "$SANDBOX/err" 2> /dev/null)" "calls: $(cat "$CALLS" 2> /dev/null)" >&2
}

# it SENTENCE COMMAND... passes when the command succeeds.
it() {
  local sentence=$1
  shift
  if "$@"; then verdict 0 "$sentence"; else verdict 1 "$sentence"; fi
}

finish() {
  [ "$FAILED" -eq 0 ]
  exit
}

# machine makes a machine with nothing but the ordinary commands.
machine() {
  local tool found
  rm -rf "$SANDBOX/bin" "$SANDBOX/user" "$SANDBOX/jdks" "$SANDBOX/nodes"
  mkdir -p "$SANDBOX/bin" "$SANDBOX/user" "$SANDBOX/jdks" "$SANDBOX/nodes"
  for tool in awk bash cat cksum cp cut date df dirname basename env find grep head kill ls mkdir mktemp mv readlink rm sed sleep sort tail \
    touch tr uname; do
    found=$(command -v "$tool") && ln -s "$found" "$SANDBOX/bin/$tool"
  done
  program "$SANDBOX/bin/id" 'echo 1000'
  CALLS=$SANDBOX/calls
  : > "$CALLS"
  SETTINGS=()
}

# program FILE LINE... makes a shell script.
program() {
  local file=$1
  shift
  mkdir -p "$(dirname "$file")"
  printf '%s\n' '#!/usr/bin/env bash' "$@" > "$file"
  chmod +x "$file"
}

# jdk FOLDER VERSION
jdk() {
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="made up"\nJAVA_VERSION="%s"\n' "$2" > "$1/release"
  program "$1/bin/javac" :
  program "$1/bin/java" "printf 'java %s: %s\n' '$1' \"\$*\" >> '$CALLS'" \
    'printf "%s\n" "$@"' \
    'for word in "$@"; do case $word in -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) : > "${word#*=}" ;; esac; done' \
    'while [ $# -gt 0 ]; do [ "$1" != --destination ] || { mkdir -p "$2" && : > "$2/tuntas-server.jar"; }; shift; done'
}

# node FOLDER VERSION
node() {
  program "$1/node" "echo $2"
  program "$1/npm" "printf 'npm %s\n' \"\$*\" >> '$CALLS'" \
    'case " $* " in *" run build "*) for app in office field; do mkdir -p "apps/$app/dist" && : > "apps/$app/dist/index.html"; done ;;' \
    '  *" ci "*) mkdir -p node_modules ;; esac'
}

# checkout FOLDER makes a clean checkout of the launcher beside a made-up source tree.
checkout() {
  HOME_OF_TUNTAS=$1
  mkdir -p "$1/server/src/main/java" "$1/web/apps/office/src" "$1/web/apps/field/src" "$1/web/packages/ui/src"
  cp "$SOURCE/tuntas" "$1/"
  mkdir "$1/launcher"
  cp "$SOURCE"/launcher/*.sh "$1/launcher/"
  cp -R "$SOURCE/launcher/help" "$1/launcher/help"
  : > "$1/pom.xml"
  : > "$1/server/pom.xml"
  : > "$1/server/src/main/java/Road.java"
  : > "$1/web/apps/office/src/main.ts"
  printf '{}\n' > "$1/web/package.json"
  printf '{}\n' > "$1/web/package-lock.json"
  program "$1/mvnw" "printf 'mvnw %s\n' \"\$*\" >> '$CALLS'" 'mkdir -p server/target && : > server/target/tuntas-server.jar'
}

# launch ARGUMENTS... runs the launcher on that machine, from wherever we are; sets CODE.
launch() {
  : > "$CALLS"
  env -i "HOME=$SANDBOX/user" "PATH=$SANDBOX/bin" "TUNTAS_JDKS=$SANDBOX/jdks" "TUNTAS_NODES=$SANDBOX/nodes" ${SETTINGS[@]+"${SETTINGS[@]}"} \
    "${LAUNCHER_UNDER_TEST:-$HOME_OF_TUNTAS/tuntas}" "$@" > "$SANDBOX/out" 2> "$SANDBOX/err" < /dev/null
  CODE=$?
}

ended_with() { [ "$CODE" -eq "$1" ]; }

printed() { grep -qF -e "$1" "$SANDBOX/out"; }

called() { grep -qF -e "$1" "$CALLS"; }

# said WORDS..: one sentence in Indonesian and one in English, with these words in them.
said() {
  local word
  [ "$(wc -l < "$SANDBOX/err")" -eq 2 ] || return 1
  for word in "$@"; do grep -qF -e "$word" "$SANDBOX/err" || return 1; done
}

# missing WORDS...: exit code 3 and what to do in two languages.
missing() { ended_with 3 && said "$@"; }

# refused WORDS...: exit code 2 and what to do in two languages.
refused() { ended_with 2 && said "$@"; }
