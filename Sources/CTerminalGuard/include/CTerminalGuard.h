// Puts the terminal back when the program ends in any way: exit, fatal signal, crash.
//
// In C because a signal handler may call async-signal-safe functions only, and Swift promises that
// for none of its own code.

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// Installs the handlers and the pipe for the terminal `tty`, whose modes to come back to are `modes`
// and whose switches are undone by the `length` bytes `undo` (copied; at most
// `terminal_guard_capacity`). The guard is not engaged yet.
//
// Fatal signals restore the terminal and die of the signal. SIGTERM, SIGHUP, SIGINT, SIGTSTP,
// SIGCONT and SIGWINCH write their number as one byte to the pipe. A SIGTERM or SIGHUP that nobody
// acknowledges within two seconds restores the terminal and ends the program.
//
// Returns the end of the pipe to read from, non-blocking, or -1 with errno set.
int terminal_guard_install(
    int tty, const struct termios *modes, const unsigned char *undo, size_t length);

// Puts back the signal actions and closes the pipe.
void terminal_guard_remove(void);

// Whether there is something to restore. Engage before the first byte that changes the terminal.
void terminal_guard_engage(bool engaged);

// Writes the undo bytes and sets the saved modes, once for each time that the guard was engaged.
// Async-signal-safe.
void terminal_guard_restore(void);

// Says that a SIGTERM or SIGHUP is being acted upon.
void terminal_guard_acknowledge(void);

// Stops the program, by SIGSTOP; with `group` stops its process group as the Ctrl-Z key of a
// terminal does, which the kernel leaves undone where no shell could continue it. Returns when the
// program is continued.
void terminal_guard_stop(bool group);

// The longest undo string: one that visits each row of a terminal around a multiplexer.
enum { terminal_guard_capacity = 8192 };
