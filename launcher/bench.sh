# Measures: the program's own benches, and the field app in a browser.

BENCHES='field import intake'

# run_bench NAME... runs the named benches, or all; ends with 1 when one of them misses a mark.
run_bench() {
  local name field='' names=() code=0
  for name in ${@:-$BENCHES}; do
    case $name in
      field) field=yes ;;
      import | intake) names+=("$name") ;;
      *) stop "$REFUSED" "Bench $name tidak ada; yang ada: $BENCHES." "There is no bench $name; there are: $BENCHES." ;;
    esac
  done
  require_root_can_run_postgres
  require_room "${TMPDIR:-/tmp}" 2000
  if [ "${#names[@]}" -gt 0 ]; then
    require_tool_app
    (bench_program "${names[@]}") || code=$?
  fi
  [ -z "$field" ] || bench_field || code=$PROBLEMS
  exit "$code"
}

# bench_program NAME... measures what `serve` runs, on a database of its own, thrown away afterwards.
bench_program() {
  COMPILER=$COMPILED_EARLY
  become -Xmx512m -cp "$(app_folder)/tuntas-bench.jar:$(app_folder)/tuntas-server.jar" id.tuntas.bench.Bench "$@"
}

bench_field() {
  require_node
  require_writable_home
  require_chromium
  require_server_app
  LOG=$STATE/log/bench.log
  : > "$LOG"
  fetch_browser_libraries
  fetch_libraries e2e/bench "Mengambil Lighthouse / fetching Lighthouse"
  in_browser npm_in e2e run --silent bench
}
