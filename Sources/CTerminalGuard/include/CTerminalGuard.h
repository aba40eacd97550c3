// Puts the terminal back when the program ends in any way: exit, signal, crash.
//
// In C because a signal handler may call async-signal-safe functions only, and Swift promises that
// for none of its own code.

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// Installs the handlers and the pipe for the terminal `tty`, whose modes to come back to are
// `modes`. The guard is not engaged yet, and has no switches to undo.
//
// Every signal that ends or stops a program is handled, but SIGKILL and SIGSTOP. Those of a crash
// restore the terminal and end the program. All others, and SIGCONT and SIGWINCH, write
// their number as one byte to the pipe; one that asks the program to end and that nobody
// acknowledges within two seconds restores the terminal and ends it. What the parent of the program
// has ignored stays ignored.
//
// Returns the end of the pipe to read from, non-blocking, or -1 with errno set.
int terminal_guard_install(int tty, const struct termios *modes);

// Sets the bytes that undo what is switched in the terminal: `length` of them, which are copied. A
// signal that comes meanwhile finds those from before. False where there are more than
// `terminal_guard_capacity`.
bool terminal_guard_set_undo(const unsigned char *bytes, size_t length);

// Puts back the signal actions and closes the pipe.
void terminal_guard_remove(void);

// Says that the calling thread is about to take the terminal by setting its modes, for which a program
// in the background is stopped: from now on the modes are restored, where the terminal is the program's.
void terminal_guard_begin(void);

// Whether there is something to restore. Engage before the first byte that changes the terminal, on the
// thread that changes it: while another thread dies, that one is held.
void terminal_guard_engage(bool engaged);

// Writes the undo bytes and sets the saved modes, once for each time that the guard was engaged.
// Async-signal-safe.
void terminal_guard_restore(void);

// Whether a signal that was written to the pipe asks the program to end.
bool terminal_guard_is_end(int number);

// Says that such a signal is being acted upon.
void terminal_guard_acknowledge(void);

// Stops the program, by SIGSTOP; with `group` stops its process group as the Ctrl-Z key of a
// terminal does, which the kernel leaves undone where no shell could continue it. Returns when the
// program is continued.
void terminal_guard_stop(bool group);

// The longest undo string: one that visits each row of a terminal around a multiplexer.
enum { terminal_guard_capacity = 8192 };
