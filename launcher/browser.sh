# What runs in a browser: its tests and the field app's bench.

require_chromium() {
  find_chromium && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
    build_step "Memasang Chromium / installing Chromium" install_chromium
    find_chromium && return
  fi
  stop "$MISSING" "Chromium belum ada; pasang dengan: sudo apt-get install -y chromium" \
    "There is no Chromium; install it by: sudo apt-get install -y chromium"
}

install_chromium() {
  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
}

# fetch_libraries FOLDER TITLE fetches what the lockfile of a folder names, once.
fetch_libraries() {
  local stamp=$STATE/${1//\//-}.stamp
  if [ ! -d "$TUNTAS_HOME/$1/node_modules" ] || newer "$stamp" "$TUNTAS_HOME/$1/package-lock.json"; then
    stamped "$stamp" build_step "$2" npm_in "$1" ci
  fi
}

fetch_browser_libraries() { fetch_libraries e2e "Mengambil pustaka uji peramban / fetching the browser tests' libraries"; }

# in_browser COMMAND... tells Playwright of the program and the browser.
in_browser() {
  TUNTAS_JAVA=$JDK/bin/java TUNTAS_APP=$(app_folder) TUNTAS_START_CACHE=$(start_cache) TUNTAS_CHROMIUM=$CHROMIUM "$@"
}
