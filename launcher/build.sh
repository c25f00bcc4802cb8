# Builds what is missing or older than its sources.

LOG=$STATE/log/build.log
FIRST_BUILD_MEGABYTES=2500
BUILD_MEGABYTES=500

# newer STAMP FILE_OR_FOLDER... is true when the stamp is missing or something below is newer.
newer() {
  local stamp=$1 found
  shift
  [ -f "$stamp" ] || return 0
  found=$(find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -newer "$stamp" -print 2> /dev/null |
    { IFS= read -r line && printf '%s' "$line"; } || :)
  [ -n "$found" ]
}

java_sources() {
  local module
  for module in "$TUNTAS_HOME"/*/pom.xml; do
    printf '%s\n' "$module"
    [ ! -d "$(dirname "$module")/src/main" ] || printf '%s\n' "$(dirname "$module")/src/main"
  done
}

java_is_stale() {
  local sources=("$TUNTAS_HOME/pom.xml" "$LAUNCHER/help") line
  while IFS= read -r line; do sources+=("$line"); done < <(java_sources)
  [ ! -f "$STATE/app.current" ] || [ ! -f "$(app_folder)/tuntas-server.jar" ] || newer "$STATE/app.stamp" "${sources[@]}"
}

packages_are_stale() {
  [ ! -d "$TUNTAS_HOME/web/node_modules" ] ||
    newer "$STATE/packages.stamp" "$TUNTAS_HOME/web/package-lock.json" "$TUNTAS_HOME"/web/package.json
}

web_is_stale() {
  [ ! -f "$TUNTAS_HOME/web/apps/office/dist/index.html" ] || [ ! -f "$TUNTAS_HOME/web/apps/field/dist/index.html" ] ||
    newer "$STATE/web.stamp" "$TUNTAS_HOME"/web/*.json "$TUNTAS_HOME"/web/apps/*/* "$TUNTAS_HOME"/web/packages/*/*
}

app_lacks_web() {
  [ ! -f "$STATE/app.stamp" ] || [ "$TUNTAS_HOME/web/apps/office/dist/index.html" -nt "$STATE/app.stamp" ] ||
    [ "$TUNTAS_HOME/web/apps/field/dist/index.html" -nt "$STATE/app.stamp" ]
}

app_folder() { printf '%s/app/%s' "$STATE" "$(cat "$STATE/app.current")"; }

require_writable_home() {
  if ! mkdir -p "$STATE/log" "$STATE/app" 2> /dev/null || [ ! -w "$STATE" ] || [ ! -w "$TUNTAS_HOME" ]; then
    stop "$MISSING" "Folder $TUNTAS_HOME harus dibangun tetapi tidak dapat ditulisi pengguna ini: ubah pemiliknya, atau bangun sebagai pemiliknya." \
      "The folder $TUNTAS_HOME needs a build but cannot be written by this user: change its owner, or build as its owner."
  fi
  if [ -d "$STATE/app.current" ] || [ -f "$STATE/app.current" ]; then
    require_room "$TUNTAS_HOME" "$BUILD_MEGABYTES"
  else
    require_room "$TUNTAS_HOME" "$FIRST_BUILD_MEGABYTES"
  fi
}

# One build at a time; a lock whose process is gone counts for nothing.
lock_build() {
  local holder told=''
  while ! mkdir "$STATE/build.lock" 2> /dev/null; do
    holder=$(cat "$STATE/build.lock/pid" 2> /dev/null || :)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2> /dev/null; then
      rm -rf "$STATE/build.lock"
      continue
    fi
    [ -n "$told" ] || note "Menunggu pembangunan lain selesai ..." "Waiting for another build to end ..."
    told=yes
    sleep 1
  done
  printf '%s\n' "$$" > "$STATE/build.lock/pid"
  trap unlock_build EXIT
}

unlock_build() {
  rm -rf "$STATE/build.lock"
  trap - EXIT
}

# build_step TITLE COMMAND...; a failure ends the launcher with one sentence.
build_step() {
  step "$@" && return
  if grep -q -e 'No space left on device' -e ENOSPC "$LOG"; then
    stop "$MISSING" "Disk penuh saat membangun: kosongkan paling sedikit $FIRST_BUILD_MEGABYTES MB, lalu ulangi." \
      "The disk is full: free at least $FIRST_BUILD_MEGABYTES MB, then repeat."
  fi
  if grep -q -e 'Could not transfer' -e 'Unknown host' -e ENOTFOUND -e EAI_AGAIN -e ECONNREFUSED -e ETIMEDOUT \
    -e 'Could not resolve host' -e 'Failed to fetch' "$LOG"; then
    stop "$MISSING" "Pembangunan pertama perlu internet untuk mengambil pustaka: periksa sambungan, lalu ulangi (rincian: $LOG)." \
      "The first build needs the internet for its libraries: check the connection, then repeat (details: $LOG)."
  fi
  tail -n 25 "$LOG" >&2
  stop "$PROBLEMS" "Pembangunan gagal; rinciannya di $LOG." "The build failed; the details are in $LOG."
}

maven() {
  local options=${MAVEN_OPTS:-}
  [ "$JDK_VERSION" -lt 23 ] || options="$options --sun-misc-unsafe-memory-access=allow"
  (cd "$TUNTAS_HOME" && JAVA_HOME=$JDK MAVEN_OPTS=$options ./mvnw -B -ntp "$@")
}

npm_in() {
  local folder=$1
  shift
  (cd "$TUNTAS_HOME/$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --no-fund --no-audit --loglevel=error "$@")
}

# stamped STAMP COMMAND... runs a build whose stamp is the moment it began, so that what changes meanwhile is built again.
stamped() {
  local stamp=$1
  shift
  touch "$stamp.begun"
  "$@"
  mv "$stamp.begun" "$stamp"
}

install_packages() { stamped "$STATE/packages.stamp" build_step "Mengambil pustaka layar / fetching the screens' libraries" npm_in web ci; }

build_web() { stamped "$STATE/web.stamp" build_step "Membangun layar / building the screens" npm_in web run build; }

package_app() {
  rm -rf "$TUNTAS_HOME/server/target/classes/static"
  maven -q -DskipTests -Dmaven.test.skip=true package
}

# unpack_app puts the jar's layers side by side in a folder of its own, so that a server that runs from an earlier one is not disturbed.
unpack_app() {
  local name folder
  name=$(date +%Y%m%d%H%M%S)-$$
  folder=$STATE/app/$name
  "$JDK/bin/java" -Djarmode=tools -jar "$TUNTAS_HOME/server/target/tuntas-server.jar" extract --destination "$folder" --force
  cp "$TUNTAS_HOME/bench/target/tuntas-bench.jar" "$folder/"
  printf '%s\n' "$name" > "$STATE/app.current.new"
  mv "$STATE/app.current.new" "$STATE/app.current"
  forget_old_apps
}

forget_old_apps() {
  local old
  ls -1 "$STATE/app" | sort -r | tail -n +3 | while IFS= read -r old; do rm -rf "$STATE/app/$old"; done
}

build_app() { stamped "$STATE/app.stamp" package_and_unpack; }

package_and_unpack() {
  build_step "Membangun server / building the server" package_app
  build_step "Membongkar jar / unpacking the jar" unpack_app
}

# require_tool_app makes the program fit for a verb that shows no screens; Node is not needed.
require_tool_app() {
  require_jdk
  java_is_stale || return 0
  require_writable_home
  lock_build
  : > "$LOG"
  ! java_is_stale || build_app
  unlock_build
}

# require_server_app makes the program and its screens fit.
require_server_app() {
  require_jdk
  if web_is_stale || java_is_stale || app_lacks_web; then
    ! web_is_stale || require_node
    require_writable_home
    lock_build
    : > "$LOG"
    if web_is_stale; then
      ! packages_are_stale || install_packages
      build_web
    fi
    if java_is_stale || app_lacks_web; then build_app; fi
    unlock_build
  fi
  remember_start
}

# The JVM keeps what it learnt at one start (AOT cache from JDK 25 on, else class data sharing), so that later starts are fast.
start_cache() {
  local folder kind=jsa
  folder=$(app_folder)
  [ "$JDK_VERSION" -lt 25 ] || kind=aot
  printf '%s/start-%s.%s' "$folder" "$(printf '%s' "$JDK:$(cat "$JDK/release" 2> /dev/null):$folder" | cksum | cut -d ' ' -f 1)" "$kind"
}

remember_start() {
  local cache data=$STATE/rehearsal
  cache=$(start_cache)
  if [ -f "$cache" ] || [ -f "$cache.none" ] || [ ! -w "$STATE" ] || ! root_can_run_postgres; then return 0; fi
  lock_build
  if [ ! -f "$cache" ]; then
    rm -rf "$data"
    if ! step "Mempercepat start berikutnya / making later starts fast" rehearse "$cache" "$data"; then
      rm -f "$cache"
      : > "$cache.none"
    fi
    rm -rf "$data"
  fi
  unlock_build
}

rehearse() {
  local option=-XX:ArchiveClassesAtExit=$1
  [ "$JDK_VERSION" -lt 25 ] || option=-XX:AOTCacheOutput=$1
  TUNTAS_DB_URL='' "$JDK/bin/java" $(jvm_options) "$option" -jar "$(app_folder)/tuntas-server.jar" serve --port 0 --data "$2" --rehearse
  [ -f "$1" ]
}
