// What Swift cannot import of SQLite by itself, each with the reason.

#pragma once

#include <sqlite3.h>

#if SQLITE_VERSION_NUMBER < 3037000
#error "SQLite 3.37 or later is needed (STRICT tables); install a newer libsqlite3-dev"
#endif

// SQLITE_TRANSIENT is the number -1 cast to a function pointer, which Swift does not import. It
// tells SQLite to copy what is bound, as a Swift string's bytes may move after the call.
// What is longer than SQLite takes is SQLITE_TOOBIG.
static inline int csqlite_bind_text(
    sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

// `sqlite3_db_config` has a variable number of arguments, which Swift cannot call.
static inline int csqlite_keep_log_on_close(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
