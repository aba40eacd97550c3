#include "CMarkup.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// What is needed of cmark-gfm, which is opened when a text in Markdown needs it, as libxml2 is.
// The names of its libraries hold the version, whose interface is the one declared here.

// The options of cmark-gfm.h.
enum {
  validate_utf8 = 1 << 9,
  footnotes = 1 << 13,
  // Markup goes through as it is: it is read as that of pages is, which nothing in it can act on.
  with_markup = 1 << 17,
};

// The first is left out where no tables are wanted.
static const char *const extensions[] = {"table", "strikethrough", "tasklist"};

static struct {
  void (*ensure_registered)(void);
  void *(*find_extension)(const char *);
  void *(*new_parser)(int);
  int (*attach)(void *, void *);
  void (*feed)(void *, const char *, size_t);
  void *(*finish)(void *);
  void *(*attached)(void *);
  char *(*html)(void *, int, void *);
  void (*free_node)(void *);
  void (*free_parser)(void *);
  bool is_there;
} library;

// Parsers share a table of the signs that extensions read.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void open_library(void) {
  void *core = dlopen("libcmark-gfm.so.0.29.0.gfm.6", RTLD_NOW | RTLD_LOCAL);
  void *more = dlopen("libcmark-gfm-extensions.so.0.29.0.gfm.6", RTLD_NOW | RTLD_LOCAL);
  if (!core || !more) return;
  struct {
    void *slot;
    void *file;
    const char *name;
  } symbols[] = {
      {&library.ensure_registered, more, "cmark_gfm_core_extensions_ensure_registered"},
      {&library.find_extension, core, "cmark_find_syntax_extension"},
      {&library.new_parser, core, "cmark_parser_new"},
      {&library.attach, core, "cmark_parser_attach_syntax_extension"},
      {&library.feed, core, "cmark_parser_feed"},
      {&library.finish, core, "cmark_parser_finish"},
      {&library.attached, core, "cmark_parser_get_syntax_extensions"},
      {&library.html, core, "cmark_render_html"},
      {&library.free_node, core, "cmark_node_free"},
      {&library.free_parser, core, "cmark_parser_free"},
  };
  for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
    void *symbol = dlsym(symbols[index].file, symbols[index].name);
    if (!symbol) return;
    memcpy(symbols[index].slot, &symbol, sizeof symbol);
  }
  library.ensure_registered();
  library.is_there = true;
}

char *rawi_markdown_html(const char *bytes, size_t count, bool tables) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  if (!library.is_there) return NULL;
  int options = validate_utf8 | footnotes | with_markup;
  pthread_mutex_lock(&lock);
  void *parser = library.new_parser(options);
  for (size_t index = tables ? 0 : 1; index < sizeof extensions / sizeof *extensions; index++) {
    void *extension = library.find_extension(extensions[index]);
    if (extension) library.attach(parser, extension);
  }
  library.feed(parser, bytes, count);
  void *document = library.finish(parser);
  char *html = document ? library.html(document, options, library.attached(parser)) : NULL;
  if (document) library.free_node(document);
  library.free_parser(parser);
  pthread_mutex_unlock(&lock);
  return html;
}
