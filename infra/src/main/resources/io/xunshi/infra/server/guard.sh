# Runs a command and stops it when standard input closes: a server never outlives the process that started it, however
# that one ended. Bash, because the command needs a process group of its own: Ctrl-C in a terminal must not reach it.
#
# usage: guard SIGNAL GRACE_SECONDS PID_FILE COMMAND...    (an empty PID_FILE for none)
signal=$1 grace_seconds=$2 pid_file=$3
shift 3

exec 3<&0 </dev/null
set -m
"$@" 3<&- &
command=$!
[ -z "$pid_file" ] || echo "$command" >"$pid_file"
exec 2>/dev/null # What bash says about its jobs does not belong into the command's log.

stop() {
    kill -s "$signal" "$command"
    for ((tenths = grace_seconds * 10; tenths > 0; tenths--)); do
        kill -s 0 "$command" || return
        sleep 0.1
    done
    kill -s KILL -- "-$command"
}

{
    cat <&3 >/dev/null
    stop
} &
stopper=$!
trap stop TERM
trap : HUP INT

# A signal for us interrupts the wait, hence the loop.
while
    wait "$command"
    status=$?
    kill -s 0 "$command"
do :; done
# What the command left of its process group goes with it.
kill -s KILL -- "-$command" "-$stopper"
[ -z "$pid_file" ] || rm -f "$pid_file"
exit "$status"
