# What this machine has: a JDK, Node, room, free ports.

OLDEST_JDK=21
OLDEST_NODE=20

# jdk_version HOME prints the major version of a JDK, or nothing when there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  local line=''
  if [ -f "$1/release" ]; then
    line=$(grep '^JAVA_VERSION=' "$1/release" || :)
  else
    line=$("$1/bin/javac" -version 2>&1 || :)
  fi
  line=${line#JAVA_VERSION=}
  line=${line#javac }
  line=${line#\"}
  line=${line%%[!0-9]*}
  printf '%s' "$line"
}

# resolved FILE prints where a chain of links ends.
resolved() {
  local file=$1 folder
  while [ -L "$file" ]; do
    folder=$(cd -P "$(dirname "$file")" && pwd)
    file=$(readlink "$file")
    case $file in /*) ;; *) file=$folder/$file ;; esac
  done
  printf '%s' "$file"
}

# jdk_homes prints folders in which a JDK may live, one a line. TUNTAS_JDKS (folders with a colon between) replaces the usual ones.
jdk_homes() {
  local java home folder
  java=$(command -v java || :)
  if [ -n "$java" ]; then
    java=$(resolved "$java")
    printf '%s\n' "${java%/bin/java}"
  fi
  if [ -n "${TUNTAS_JDKS+set}" ]; then
    local IFS=:
    for folder in $TUNTAS_JDKS; do
      for home in "$folder"/*; do printf '%s\n' "$home"; done
    done
    return
  fi
  for home in /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    printf '%s\n' "$home"
  done
}

# find_jdk sets JDK and JDK_VERSION: JAVA_HOME when it is new enough, else the newest long-term release found, else the newest of all.
# OLD_JDK is one that is too old, for the message.
find_jdk() {
  JDK='' JDK_VERSION=0 OLD_JDK=''
  local home version rank best=-1
  if [ -n "${JAVA_HOME:-}" ]; then
    version=$(jdk_version "$JAVA_HOME")
    if [ "${version:-0}" -ge "$OLDEST_JDK" ]; then
      JDK=$JAVA_HOME JDK_VERSION=$version
      return 0
    fi
    [ -z "$version" ] || OLD_JDK="$version ($JAVA_HOME)"
  fi
  while IFS= read -r home; do
    version=$(jdk_version "$home")
    [ -n "$version" ] || continue
    if [ "$version" -lt "$OLDEST_JDK" ]; then
      OLD_JDK="$version ($home)"
      continue
    fi
    rank=$version
    [ $(((version - 21) % 4)) -ne 0 ] || rank=$((version + 1000))
    if [ "$rank" -gt "$best" ]; then
      best=$rank JDK=$home JDK_VERSION=$version
    fi
  done < <(jdk_homes)
  [ -n "$JDK" ]
}

require_jdk() {
  find_jdk && return
  if [ -n "$OLD_JDK" ]; then
    stop "$MISSING" "JDK $OLD_JDK terlalu tua: pasang JDK $OLDEST_JDK atau lebih baru (misalnya dari https://adoptium.net), lalu ulangi." \
      "The JDK $OLD_JDK is too old: install JDK $OLDEST_JDK or newer (for example from https://adoptium.net), then repeat."
  fi
  stop "$MISSING" "JDK belum ada: pasang JDK $OLDEST_JDK atau lebih baru (misalnya dari https://adoptium.net), lalu ulangi." \
    "There is no JDK: install JDK $OLDEST_JDK or newer (for example from https://adoptium.net), then repeat."
}

# node_usable VERSION, as v20.20.2: 20.19, 22.12 or newer, which the tools of web/ ask for.
node_usable() {
  local major minor rest=${1#v}
  major=${rest%%.*}
  rest=${rest#*.}
  minor=${rest%%.*}
  case $major$minor in *[!0-9]* | '') return 1 ;; esac
  [ "$major" -eq 20 ] && [ "$minor" -ge 19 ] || [ "$major" -eq 22 ] && [ "$minor" -ge 12 ] || [ "$major" -ge 23 ]
}

# node_programs prints where Node may be, one a line. TUNTAS_NODES (folders with a colon between) replaces the usual ones.
node_programs() {
  local folder
  printf '%s\n' "$(command -v node || :)"
  if [ -n "${TUNTAS_NODES+set}" ]; then
    local IFS=:
    for folder in $TUNTAS_NODES; do printf '%s\n' "$folder/node"; done
    return
  fi
  printf '%s\n' "$HOME"/.nvm/versions/node/*/bin/node "$HOME"/.volta/bin/node \
    "$HOME"/.local/share/fnm/node-versions/*/installation/bin/node "$HOME"/.local/share/mise/installs/node/*/bin/node \
    "$HOME"/.asdf/installs/nodejs/*/bin/node /usr/local/bin/node /opt/homebrew/bin/node
}

# find_node sets NODE (its bin folder) and NODE_VERSION. OLD_NODE is one that is too old.
find_node() {
  NODE='' NODE_VERSION='' OLD_NODE=''
  local program version
  while IFS= read -r program; do
    [ -x "$program" ] || continue
    version=$("$program" --version 2> /dev/null || :)
    if node_usable "$version"; then
      NODE=$(dirname "$program") NODE_VERSION=$version
      return 0
    fi
    OLD_NODE="$version ($program)"
  done < <(node_programs)
  return 1
}

require_node() {
  find_node && { PATH=$NODE:$PATH; return; }
  if [ -n "$OLD_NODE" ]; then
    stop "$MISSING" "Node $OLD_NODE terlalu tua: pasang Node $OLDEST_NODE (20.19) atau lebih baru (misalnya dari https://nodejs.org), lalu ulangi." \
      "Node $OLD_NODE is too old: install Node $OLDEST_NODE (20.19) or newer (for example from https://nodejs.org), then repeat."
  fi
  stop "$MISSING" "Node belum ada: pasang Node $OLDEST_NODE atau lebih baru (misalnya dari https://nodejs.org), lalu ulangi." \
    "There is no Node: install Node $OLDEST_NODE or newer (for example from https://nodejs.org), then repeat."
}

# existing FOLDER prints the nearest folder above that is there.
existing() {
  local folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  printf '%s' "$folder"
}

# free_megabytes FOLDER
free_megabytes() {
  local line
  line=$(df -Pk "$(existing "$1")" 2> /dev/null | tail -n 1) || line=''
  set -- $line
  if [ $# -ge 4 ]; then printf '%s' "$(($4 / 1024))"; else printf '999999'; fi
}

# require_room FOLDER MEGABYTES
require_room() {
  local free
  free=$(free_megabytes "$1")
  [ "$free" -ge "$2" ] || stop "$MISSING" \
    "Sisa ruang untuk $1 hanya $free MB: kosongkan sampai paling sedikit $2 MB, lalu ulangi." \
    "Only $free MB are left for $1: free at least $2 MB, then repeat."
}

require_port() {
  case $1 in *[!0-9]* | '') stop "$REFUSED" "--port memerlukan angka, bukan $1." "--port needs a number, not $1." ;; esac
  [ "${#1}" -le 5 ] && [ "$1" -le 65535 ] || stop "$REFUSED" "Port harus 0 sampai 65535." "The port must be 0 to 65535."
}

port_taken() { (: < "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

# free_port_beside PORT prints the next one on which nothing listens.
free_port_beside() {
  local other=$1
  while other=$((other < 65535 ? other + 1 : 1024)) && port_taken "$other"; do :; done
  printf '%s' "$other"
}

# PostgreSQL refuses to run as root; a user namespace of its own is the way round.
root_can_run_postgres() {
  [ "$(id -u)" -ne 0 ] || [ "$(uname)" != Linux ] || unshare -U true 2> /dev/null
}

require_root_can_run_postgres() {
  root_can_run_postgres || stop "$MISSING" \
    "PostgreSQL bawaan tidak dapat dijalankan oleh root di mesin ini: jalankan sebagai pengguna biasa, atau ./tuntas serve dengan TUNTAS_DB_URL." \
    "The embedded PostgreSQL cannot be run by root on this machine: run as an ordinary user, or ./tuntas serve with TUNTAS_DB_URL."
}

find_chromium() {
  CHROMIUM=''
  local name
  for name in "${TUNTAS_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] || continue
    CHROMIUM=$(command -v "$name" || :)
    [ -z "$CHROMIUM" ] || return 0
  done
  return 1
}
