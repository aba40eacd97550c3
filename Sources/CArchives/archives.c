#define _GNU_SOURCE
#include "CArchives.h"

#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// What is needed of libarchive is declared here: it is opened when the first archive is read, so that plain
// text does not wait for it, a machine without it still reads text, and nobody needs its headers to build.
// The functions are those of libarchive.so.13, which has had them since 3.2 (2016).

struct rawi_archive {
  void *reader;
  void *member;
};

// ARCHIVE_OK and its kin of archive.h.
enum { end_of_archive = 1, worst_that_goes_on = -20 };

static struct {
  void *(*new_reader)(void);
  int (*free_reader)(void *);
  int (*filter_gzip)(void *);
  int (*filter_bzip2)(void *);
  int (*filter_xz)(void *);
  int (*filter_zstd)(void *);
  int (*format_raw)(void *);
  int (*format_empty)(void *);
  int (*format_zip)(void *);
  int (*open_memory)(void *, const void *, size_t);
  int (*next)(void *, void **);
  ptrdiff_t (*read)(void *, void *, size_t);
  const char *(*name)(void *);
  const char *(*name_in_utf8)(void *);
  int (*is_encrypted)(void *);
  const char *(*error)(void *);
  // Where names are UTF-8, whatever the locale of the program.
  locale_t names;
  bool is_there;
} library;

static void open_library(void) {
  void *file = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!file) return;
  struct {
    void *slot;
    const char *name;
  } symbols[] = {
      {&library.new_reader, "archive_read_new"},
      {&library.free_reader, "archive_read_free"},
      {&library.filter_gzip, "archive_read_support_filter_gzip"},
      {&library.filter_bzip2, "archive_read_support_filter_bzip2"},
      {&library.filter_xz, "archive_read_support_filter_xz"},
      {&library.filter_zstd, "archive_read_support_filter_zstd"},
      {&library.format_raw, "archive_read_support_format_raw"},
      {&library.format_empty, "archive_read_support_format_empty"},
      {&library.format_zip, "archive_read_support_format_zip_seekable"},
      {&library.open_memory, "archive_read_open_memory"},
      {&library.next, "archive_read_next_header"},
      {&library.read, "archive_read_data"},
      {&library.name, "archive_entry_pathname"},
      {&library.name_in_utf8, "archive_entry_pathname_utf8"},
      {&library.is_encrypted, "archive_entry_is_encrypted"},
      {&library.error, "archive_error_string"},
  };
  for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
    void *symbol = dlsym(file, symbols[index].name);
    if (!symbol) return;
    memcpy(symbols[index].slot, &symbol, sizeof symbol);
  }
  library.names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  library.is_there = true;
}

// What has gone wrong with a reader.
static rawi_archive_outcome failure(void *reader) {
  const char *message = library.error(reader);
  // There is no number for it.
  return message && strstr(message, "too many filters") ? rawi_archive_too_many_layers
                                                        : rawi_archive_damaged;
}

rawi_archive_outcome rawi_archive_open(
    const void *bytes, size_t count, rawi_archive_kind kind, rawi_archive **archive) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  *archive = NULL;
  if (!library.is_there) return rawi_archive_no_library;
  void *reader = library.new_reader();
  rawi_archive *opened = reader ? calloc(1, sizeof *opened) : NULL;
  if (!opened) {
    if (reader) library.free_reader(reader);
    return rawi_archive_no_memory;
  }
  opened->reader = reader;
  if (kind == rawi_archive_zip) {
    library.format_zip(reader);
  } else {
    // All four are built in; libarchive starts no program for them.
    library.filter_gzip(reader);
    library.filter_bzip2(reader);
    library.filter_xz(reader);
    library.filter_zstd(reader);
    library.format_raw(reader);
    // Of what has nothing in it.
    library.format_empty(reader);
  }
  if (library.open_memory(reader, bytes, count) < worst_that_goes_on) {
    rawi_archive_outcome outcome = failure(reader);
    rawi_archive_close(opened);
    return outcome;
  }
  *archive = opened;
  return rawi_archive_ok;
}

rawi_archive_outcome rawi_archive_next(rawi_archive *archive) {
  locale_t before = library.names ? uselocale(library.names) : (locale_t)0;
  int status = library.next(archive->reader, &archive->member);
  if (before) uselocale(before);
  if (status == end_of_archive) return rawi_archive_end;
  return status < worst_that_goes_on ? failure(archive->reader) : rawi_archive_ok;
}

const char *rawi_archive_name(rawi_archive *archive) {
  // As bytes first: those that are not said to be UTF-8 are what the archive has.
  const char *name = library.name(archive->member);
  return name ? name : library.name_in_utf8(archive->member);
}

int rawi_archive_is_encrypted(rawi_archive *archive) {
  return library.is_encrypted(archive->member);
}

ptrdiff_t rawi_archive_read(rawi_archive *archive, void *buffer, size_t count) {
  return library.read(archive->reader, buffer, count);
}

uint32_t rawi_archive_sum(const void *bytes, size_t count) {
  // Of each byte the remainder by the polynomial, its bits from the other end.
  uint32_t remainders[256];
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t remainder = byte;
    for (int bit = 0; bit < 8; bit++)
      remainder = (remainder >> 1) ^ (remainder & 1 ? 0xEDB88320u : 0);
    remainders[byte] = remainder;
  }
  uint32_t sum = ~0u;
  const unsigned char *end = (const unsigned char *)bytes + count;
  for (const unsigned char *byte = bytes; byte < end; byte++)
    sum = remainders[(sum ^ *byte) & 0xFF] ^ (sum >> 8);
  return ~sum;
}

void rawi_archive_close(rawi_archive *archive) {
  if (!archive) return;
  library.free_reader(archive->reader);
  free(archive);
}
