# Says what this machine has and lacks.

# run_doctor [--port PORT] [--data DIR] [--json]
run_doctor() {
  local port=8080 data=$TUNTAS_HOME/data/demo json='' missing=0 lines=()
  while [ $# -gt 0 ]; do
    case $1 in
      --json) json=yes ;;
      --port | --data)
        [ $# -gt 1 ] || stop "$REFUSED" "$1 memerlukan nilai." "$1 needs a value."
        [ "$1" = --port ] && port=$2 || data=$2
        shift
        ;;
      --port=*) port=${1#--port=} ;;
      --data=*) data=${1#--data=} ;;
      *) stop "$REFUSED" "Pilihan $1 tidak ada; lihat ./tuntas doctor --help." "There is no option $1; see ./tuntas doctor --help." ;;
    esac
    shift
  done
  require_port "$port"

  if find_jdk; then examined jdk yes "$JDK_VERSION ($JDK)"; else examined jdk no "${OLD_JDK:-}" "JDK >= $OLDEST_JDK: https://adoptium.net"; fi
  if find_node; then examined node yes "$NODE_VERSION ($NODE)"; else examined node no "${OLD_NODE:-}" "Node >= $OLDEST_NODE.19: https://nodejs.org"; fi
  if find_chromium; then examined chromium yes "$CHROMIUM"; else examined chromium no '' "sudo apt-get install -y chromium"; fi
  local free
  free=$(free_megabytes "$data")
  if [ "$free" -ge "$FIRST_BUILD_MEGABYTES" ]; then examined disk yes "$free MB"; else examined disk no "$free MB" ">= $FIRST_BUILD_MEGABYTES MB"; fi
  if [ "$port" -ne 0 ] && port_taken "$port"; then
    examined port no "$port" "hentikan program itu, atau / stop that program, or: ./tuntas demo --port $(free_port_beside "$port")" \
      'sudah dipakai program lain / taken by another program'
  else
    examined port yes "$port" '' 'bebas / free'
  fi
  if root_can_run_postgres; then examined postgresql yes "18"; else examined postgresql no '' "TUNTAS_DB_URL"; fi

  if [ -n "$json" ]; then
    local IFS=,
    printf '{"ok":%s,"checks":[%s]}\n' "$([ "$missing" -eq 0 ] && printf true || printf false)" "${lines[*]}"
  else
    printf '%s\n' "${lines[@]}"
  fi
  [ "$missing" -eq 0 ] || exit "$MISSING"
}

# examined NAME yes|no FOUND [MEND [WORDS]] adds a line to the caller's list; WORDS say in what state it was found.
examined() {
  local mend=${4:-} words=${5:-}
  [ "$2" = yes ] || missing=$((missing + 1))
  if [ -n "$json" ]; then
    lines+=("{\"name\":\"$1\",\"ok\":$([ "$2" = yes ] && printf true || printf false),\"found\":\"$(json_text "$3")\",\"mend\":\"$(json_text "$mend")\"}")
  elif [ "$2" = yes ]; then
    lines+=("$(printf '  %-11s %s: %s' "$1" "${words:-ada / found}" "$3")")
  else
    lines+=("$(printf '! %-11s %s%s: %s' "$1" "${words:-kurang / missing}" "${3:+ ($3)}" "$mend")")
  fi
}

json_text() { printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g'; }
