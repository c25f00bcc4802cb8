# Runs the program.

# A round is too short to wait for the usual thresholds of the compiler; what only starts, shows or ends waits for nothing
# (docs/adr/0051-compiled-early.md).
COMPILED_EARLY=-XX:CompileThresholdScaling=0.2
COMPILER=''

# The parallel collector costs least where cores are few: G1 marks beside the work.
jvm_options() {
  printf '%s ' -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
  [ "$JDK_VERSION" -lt 23 ] || printf '%s ' --sun-misc-unsafe-memory-access=allow
}

# become CLASS_PATH_OPTIONS... turns into the program.
become() {
  [ ! -t 2 ] || export TUNTAS_TTY=1
  [ -n "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" ] || export LC_CTYPE=C.UTF-8
  exec "$JDK/bin/java" $(jvm_options) $COMPILER ${TUNTAS_JAVA_OPTIONS:-} "$@"
}

# run_app ARGUMENTS... turns into the server's program.
run_app() {
  local options=() cache
  cache=$(start_cache)
  if [ -f "$cache" ]; then
    case $cache in
      *.aot) options+=("-XX:AOTCache=$cache" -Xlog:disable) ;;
      *) options+=("-XX:SharedArchiveFile=$cache" -Xshare:auto -Xlog:disable) ;;
    esac
  fi
  become ${options[@]+"${options[@]}"} -jar "$(app_folder)/tuntas-server.jar" "$@"
}

# run_roster ARGUMENTS... needs neither the server nor a database.
run_roster() {
  require_tool_app
  become -cp "$(app_folder)/lib/*" id.tuntas.rosterfile.cli.RosterCommand "$@"
}

# run_tool VERB ARGUMENTS...
run_tool() {
  require_tool_app
  run_app "$@"
}

# require_options VERB WORDS... refuses before a build of minutes what the verb's help does not name; the program looks again, and refuses
# alone where its answer is to be JSON.
require_options() {
  local verb=$1 word
  shift
  case " $* " in *' --json '*) return ;; esac
  for word in "$@"; do
    word=${word%%=*}
    case $word in --?*) grep -o -e '--[a-z-]*' "$LAUNCHER/help/$verb.txt" | grep -qxF -e "$word" || stop "$REFUSED" \
      "Pilihan $word tidak dikenal. Bantuan: ./tuntas $verb --help" "There is no option $word. Help: ./tuntas $verb --help" ;; esac
  done
}

# require_day WORD
require_day() {
  local year last=31
  if [[ $1 =~ ^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$ ]]; then
    year=$((10#${BASH_REMATCH[1]}))
    case ${BASH_REMATCH[2]} in
      04 | 06 | 09 | 11) last=30 ;;
      02) last=$((year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)) ;;
    esac
    [ "${BASH_REMATCH[3]#0}" -gt "$last" ] || return 0
  fi
  stop "$REFUSED" "--day: $1 bukan tanggal yang ada; tulis seperti 2023-02-03." "--day: $1 is no day of the calendar; write it as 2023-02-03."
}

# run_server VERB ARGUMENTS...
# The port, the day, the room and root are looked at before a build of minutes; the program looks again.
run_server() {
  local verb=$1 port=8080 data='' day='' previous='' word
  shift
  for word in "$@"; do
    case $previous in --port) port=$word ;; --data) data=$word ;; --day) day=$word ;; esac
    case $word in --port=*) port=${word#--port=} ;; --data=*) data=${word#--data=} ;; --day=*) day=${word#--day=} ;; esac
    previous=$word
  done
  require_port "$port"
  [ -z "$day" ] || require_day "$day"
  if [ "$port" -ne 0 ] && port_taken "$port"; then
    local other
    other=$(free_port_beside "$port")
    stop "$MISSING" \
      "Port $port sudah dipakai program lain; hentikan yang itu atau pilih port lain, misalnya ./tuntas $verb --port $other." \
      "Port $port is taken by another program; stop that one or choose another port, for example ./tuntas $verb --port $other."
  fi
  if [ "$verb" = demo ] || [ -z "${TUNTAS_DB_URL:-}" ]; then
    require_root_can_run_postgres
  fi
  [ -n "$data" ] || case $verb in
    demo) data=$TUNTAS_HOME/data/demo ;;
    *) data=${TUNTAS_DATA:-$TUNTAS_HOME/data/tuntas} ;;
  esac
  case $data in /*) ;; *) data=$PWD/$data ;; esac
  require_room "$data" 600
  require_server_app
  [ "$verb" != serve ] || COMPILER=$COMPILED_EARLY
  run_app "$verb" "$@"
}
