#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# cold.sh TOOL INDEX [ROUNDS]: milliseconds of whole processes of the published tool, from exec to exit, over an index that is there; every run is a process of
# its own, and the queries take turns. Files are in the page cache after the first round unless DROP=1 (root) empties it before every run.
#   dotnet publish src/TextIndex.Cli -c Release -r linux-x64 -o tool
#   dotnet run -c Release --project benchmarks/TextIndex.Benchmarks -- --indexing --index DIR
#   benchmarks/Peers/cold.sh tool/TextIndex.Cli DIR
set -euo pipefail
tool=$1 index=$2 rounds=${3:-41}
out=$(mktemp -d); trap 'rm -rf "$out"' EXIT
search() { "$tool" search "$1" --index "$index" --no-refresh --format json; }
runs=(
    "nothing (true)|/bin/true"
    "--version|$tool --version"
    "search 实事求是|search 实事求是"
    "search 人民 服务|search 人民\ 服务"
    "search 改革 OR 开放 OR 发展|search 改革\ OR\ 开放\ OR\ 发展"
    "search \"的发展\"|search \"的发展\""
    "search 发展|search 发展"
    "search 学*|search 学\*"
    "search --count 实事求是|$tool search 实事求是 --index $index --no-refresh --count"
    "stats|$tool stats --index $index"
)
for ((round = 0; round <= rounds; round++)); do
    for i in "${!runs[@]}"; do
        [ "${DROP:-0}" = 1 ] && { sync; echo 3 >/proc/sys/vm/drop_caches; }
        command=${runs[$i]#*|}
        if [[ $command == search\ * ]]; then
            query=${command#search }; query=${query//\\ / }; query=${query//\\\*/*}
            start=${EPOCHREALTIME/./}
            search "$query" >"$out/last"
        else
            start=${EPOCHREALTIME/./}
            $command >"$out/last"
        fi
        end=${EPOCHREALTIME/./}
        [ "$round" -gt 0 ] && echo $((end - start)) >>"$out/$i"       # the first round fills the page cache
    done
done
printf '| whole process | median ms | p90 ms | least ms |\n|---|---|---|---|\n'
for i in "${!runs[@]}"; do
    sort -n "$out/$i" | awk -v name="${runs[$i]%%|*}" '{ t[NR] = $1 / 1000 } END { printf "| %s | %.1f | %.1f | %.1f |\n", name, t[int((NR + 1) / 2)], t[int(NR * 0.9 + 0.5)], t[1] }'
done
