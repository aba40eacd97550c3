// What Swift cannot import of ncurses by itself, each with the reason.

#pragma once

// Without this the wide calls (setcchar, wadd_wchnstr, cchar_t) are not declared.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#include <wchar.h>

// Declared by <wchar.h> only under _XOPEN_SOURCE.
extern int wcwidth(wchar_t c);

// Globals are shared mutable state, which Swift 6 refuses to import.
static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }
static inline int cn_colors(void) { return COLORS; }

// Attributes are macros with casts, which Swift does not import.
static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_italic = A_ITALIC;
static const attr_t cn_underline = A_UNDERLINE;
static const attr_t cn_reverse = A_REVERSE;

// Colour pairs above 32767 do not fit the `short`; they go through the last argument.
static inline int cn_setcchar(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, 0, &pair);
}

// `setupterm` is hidden from Swift by a macro; with a place for the result it never calls exit().
// Gives 1 where the terminal is known, 0 where it is not (or is generic), -1 without a database.
static inline int cn_setupterm(const char *type, int file) {
  int result = 0;
  return setupterm(type, file, &result) == OK ? 1 : (result == 1 ? 0 : result);
}

// The absent value of `tigetstr` is the pointer -1.
static inline const char *cn_string(const char *capability) {
  char *value = tigetstr((char *)capability);
  return value == (char *)-1 ? NULL : value;
}

// `cur_term` is a macro over a function call.
static inline void cn_forget_terminal(void) { del_curterm(cur_term); }
