// For the clock that nobody sets.
#define _POSIX_C_SOURCE 199309L

#include "CMarkup.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// What is needed of libxml2 is declared here: it is opened when a format needs it, so that plain text does
// not wait for it and a machine without it still reads text; and nobody needs its headers to build.
// The layouts are those of its library version 2 (libxml2.so.2), which has kept them since 2.6 (2003).

typedef unsigned char character;

// xmlSAXHandler of libxml/parser.h; handlers that are not used have no type of their own.
typedef struct {
  void *before_start[14];
  void (*start)(void *context, const character *name, const character **attributes);
  void (*end)(void *context, const character *name);
  void *reference;
  void (*text)(void *context, const character *bytes, int count);
  void (*blanks)(void *context, const character *bytes, int count);
  void *instruction;
  void *comment;
  void *diagnostics[4];
  void (*cdata)(void *context, const character *bytes, int count);
  void *external_subset;
  unsigned initialized;
  void *extension[4];
} handler;

// The beginning of xmlParserCtxt.
typedef struct {
  handler *sax;
  void *user_data;
  void *document;
  int is_well_formed;
} context;

_Static_assert(offsetof(handler, cdata) == 25 * sizeof(void *), "the handler of characters in CDATA");

// xmlParserOption and htmlParserOption.
enum {
  recover = 1 << 0,
  no_error = 1 << 5,
  no_warning = 1 << 6,
  sax1 = 1 << 9,
  no_net = 1 << 11,
  // Without it a page ends silently at 256 nested tags; depth and size are limited by who is told.
  huge = 1 << 19,
  ignore_encoding = 1 << 21,
};

// The beginning of htmlEntityDesc.
typedef struct {
  unsigned value;
} entity;

static struct {
  void (*begin)(void);
  context *(*new_html)(void);
  context *(*new_xml)(void);
  void *(*read_html)(context *, const char *, int, const char *, const char *, int);
  void *(*read_xml)(context *, const char *, int, const char *, const char *, int);
  void (*free_html)(context *);
  void (*free_xml)(context *);
  void (*free_document)(void *);
  void (*stop)(context *);
  const entity *(*find_entity)(const character *name);
  bool is_there;
} library;

static void open_library(void) {
  void *file = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!file) return;
  struct {
    void *slot;
    const char *name;
  } symbols[] = {
      {&library.begin, "xmlInitParser"},
      {&library.new_html, "htmlNewParserCtxt"},
      {&library.new_xml, "xmlNewParserCtxt"},
      {&library.read_html, "htmlCtxtReadMemory"},
      {&library.read_xml, "xmlCtxtReadMemory"},
      {&library.free_html, "htmlFreeParserCtxt"},
      {&library.free_xml, "xmlFreeParserCtxt"},
      {&library.free_document, "xmlFreeDoc"},
      {&library.stop, "xmlStopParser"},
      {&library.find_entity, "htmlEntityLookup"},
  };
  for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
    void *symbol = dlsym(file, symbols[index].name);
    if (!symbol) return;
    memcpy(symbols[index].slot, &symbol, sizeof symbol);
  }
  library.begin();
  library.is_there = true;
}

static bool is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return library.is_there;
}

unsigned rawi_markup_entity(const char *name) {
  const entity *found = is_there() ? library.find_entity((const character *)name) : NULL;
  return found ? found->value : 0;
}

// A page that is being read.
typedef struct {
  const rawi_markup_events *events;
  context *parser;
  struct timespec end;
  unsigned count;
  bool is_late;
} reading;

// How many elements are read between two looks at the clock, which costs as much as one of them.
enum { elements_between_looks = 64 };

// The most words in a tag. libxml2 compares each attribute with all before it and tells nothing meanwhile:
// 40,000 take eleven seconds, so many some thirty milliseconds. Those behind them are not looked at.
enum { most_words_in_tag = 2000 };

// Leaves out the words of tags beyond the most, in a copy of `bytes` that is then to be freed.
//
// Gives `bytes` where no tag has more, NULL where there is no memory; `length` becomes that of what it gives.
static const char *without_long_tags(const char *bytes, int count, int *length) {
  char *copy = NULL;
  int kept = 0;
  int words = -1;  // -1 outside of tags
  char mark = 0;   // the quotation mark that is open
  for (int index = 0; index < count; index++) {
    unsigned char byte = (unsigned char)bytes[index];
    unsigned char next = index + 1 < count ? (unsigned char)bytes[index + 1] : 0;
    if (words < 0) {
      if (byte == '<' && (next | 0x20) >= 'a' && (next | 0x20) <= 'z') words = 0;
    } else if (mark) {
      if (byte == mark) mark = 0;
    } else if (byte == '>') {
      words = -1;
    } else if ((byte == '"' || byte == '\'') && bytes[index - 1] == '=') {
      mark = byte;
    } else if (byte <= ' ' && (unsigned char)bytes[index - 1] > ' ') {
      words++;
    }
    if (words > most_words_in_tag && !(byte == '/' && next == '>')) {
      if (!copy) {
        copy = malloc((size_t)count);
        if (!copy) return NULL;
        memcpy(copy, bytes, (size_t)index);
      }
    } else {
      if (copy) copy[kept] = (char)byte;
      kept++;
    }
  }
  *length = kept;
  return copy ? copy : bytes;
}

static void look_at_clock(reading *state) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (now.tv_sec < state->end.tv_sec ||
      (now.tv_sec == state->end.tv_sec && now.tv_nsec < state->end.tv_nsec))
    return;
  state->is_late = true;
  library.stop(state->parser);
}

static void start(void *context, const character *name, const character **attributes) {
  reading *state = context;
  if (state->is_late) return;
  const rawi_markup_events *events = state->events;
  events->start(events->state, (const char *)name, (const char *const *)attributes);
  if (++state->count % elements_between_looks == 0) look_at_clock(state);
}

static void end(void *context, const character *name) {
  const reading *state = context;
  if (state->is_late) return;
  state->events->end(state->events->state, (const char *)name);
}

static void text(void *context, const character *bytes, int count) {
  const reading *state = context;
  if (state->is_late) return;
  state->events->text(state->events->state, (const char *)bytes, count);
}

rawi_markup_outcome rawi_markup_parse(
    const char *bytes, int count, rawi_markup_kind kind, int milliseconds,
    const rawi_markup_events *events) {
  if (!is_there()) return rawi_markup_no_library;
  int length = 0;
  const char *readable = without_long_tags(bytes, count, &length);
  if (!readable && count > 0) return rawi_markup_no_memory;
  bool is_html = kind == rawi_markup_html;
  context *parser = is_html ? library.new_html() : library.new_xml();
  if (!parser) {
    if (readable != bytes) free((void *)readable);
    return rawi_markup_no_memory;
  }
  // No handler for entities, definitions, diagnostics: what they speak of is not looked at.
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->start = start;
  parser->sax->end = end;
  parser->sax->text = text;
  parser->sax->blanks = text;
  parser->sax->cdata = text;
  parser->sax->initialized = 1;
  reading state = {.events = events, .parser = parser};
  clock_gettime(CLOCK_MONOTONIC, &state.end);
  state.end.tv_sec += milliseconds / 1000;
  state.end.tv_nsec += milliseconds % 1000 * 1000000L;
  if (state.end.tv_nsec >= 1000000000L) {
    state.end.tv_sec++;
    state.end.tv_nsec -= 1000000000L;
  }
  parser->user_data = &state;
  int options = recover | no_error | no_warning | no_net | huge;
  void *document;
  if (is_html) {
    document = library.read_html(parser, readable, length, NULL, "UTF-8", options | ignore_encoding);
  } else {
    document = library.read_xml(parser, readable, length, NULL, "UTF-8", options | sax1 | ignore_encoding);
  }
  bool is_well_formed = parser->is_well_formed;
  if (document) library.free_document(document);
  if (readable != bytes) free((void *)readable);
  if (is_html) {
    library.free_html(parser);
  } else {
    library.free_xml(parser);
  }
  if (state.is_late) return rawi_markup_late;
  return is_html || is_well_formed ? rawi_markup_told : rawi_markup_ill_formed;
}
