# What the launcher says, and how it ends: 0 done, 1 problems found, 2 unusable input or refused, 3 something is missing on this machine.
PROBLEMS=1
REFUSED=2
MISSING=3

# note INDONESIAN ENGLISH
note() { printf '%s\n%s\n' "$1" "$2" >&2; }

# stop EXIT_CODE INDONESIAN ENGLISH
stop() {
  local code=$1
  shift
  note "$@"
  exit "$code"
}

# show_help VERB
show_help() {
  [ -f "$LAUNCHER/help/$1.txt" ] || stop "$REFUSED" "Perintah $1 tidak ada pada versi ini; lihat ./tuntas --help." \
    "There is no verb $1 in this version; see ./tuntas --help."
  cat "$LAUNCHER/help/$1.txt"
}

# step TITLE COMMAND... runs a long command with one progress line; its output goes to the log.
step() {
  local title=$1 ticker='' began=$SECONDS code=0
  shift
  printf '\n== %s\n' "$title" >> "$LOG"
  if [ -t 2 ]; then
    (
      while :; do
        printf '\r  %s  %ss ' "$title" "$((SECONDS - began))" >&2
        sleep 1
      done
    ) &
    ticker=$!
  else
    printf '  %s ...\n' "$title" >&2
  fi
  "$@" >> "$LOG" 2>&1 < /dev/null || code=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2> /dev/null || :
    wait "$ticker" 2> /dev/null || :
    printf '\r' >&2
  fi
  if [ "$code" -eq 0 ]; then
    printf '  %s: %s s\n' "$title" "$((SECONDS - began))" >&2
  else
    printf '  %s: GAGAL / FAILED, %s s\n' "$title" "$((SECONDS - began))" >&2
  fi
  return "$code"
}
