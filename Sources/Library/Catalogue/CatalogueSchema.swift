/// The tables of a catalogue.
enum CatalogueSchema {
  /// Counted up by each change: a catalogue of another number is made anew.
  static let version = 8

  /// What makes an empty catalogue.
  ///
  /// `document` has one row for each text, several where files tell another source or date of it, `file` one for each path below the folder, `item` one for each
  /// document in a file: a file that was moved, or is there twice, finds its text and its analysis again by the
  /// hash. The number of an item is 0 where the document is the whole file; `start` counts Unicode scalars of the
  /// file's text. `error` tells, in English, why a file cannot be read, or not all of its lines. A document that no file has any more stays, unseen, for the day when the file comes back. `words`
  /// holds folded texts and not the texts: FTS5 without content, whose rows cannot be removed, and need not be.
  /// `live` is 1 where a file has the document. Documents with one number in `alike` are copies of one another;
  /// by `band` a new one finds those that it may be a copy of, by `sketch` whether it is: ``TextSketch``.
  /// `changed` counts nanoseconds since 1970; `date`, which the document tells, and `time`, which is the time of
  /// its file where it tells none, milliseconds; offsets bytes of the document's text in UTF-8; `names` has each
  /// name of one entity, folded, between `|` and blanks, as ` محمود عباس | عباس `. `topic` tells which entities, by
  /// their rows, are named in which quotations, beside who speaks, of which `kind` tells what it names. `notes` tells
  /// the person's corrections that its analysis has heeded. `name` has each different `names` once, and `named` its
  /// words, by which it is found. Of `meta`, `listing` is the ``Listing`` of the files when all were taken in.
  static let script = """
    CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      hash TEXT NOT NULL,
      folded TEXT NOT NULL,
      alike INTEGER NOT NULL,
      title TEXT NOT NULL,
      source TEXT,
      date INTEGER,
      time INTEGER NOT NULL,
      live INTEGER NOT NULL,
      count INTEGER NOT NULL,
      analysis TEXT,
      notes TEXT
    ) STRICT;
    CREATE INDEX document_by_hash ON document (hash);
    CREATE INDEX document_by_folded ON document (folded);
    CREATE INDEX document_by_alike ON document (alike);
    CREATE INDEX document_by_time ON document (live, time, id, alike);
    CREATE INDEX document_by_analysis ON document (analysis);
    CREATE INDEX document_by_notes ON document (notes) WHERE notes IS NOT NULL;
    CREATE TABLE sketch (document INTEGER PRIMARY KEY, sketch TEXT NOT NULL) STRICT;
    CREATE TABLE band (
      hash INTEGER NOT NULL,
      document INTEGER NOT NULL,
      PRIMARY KEY (hash, document)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE file (
      path TEXT NOT NULL PRIMARY KEY,
      size INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      error TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE item (
      path TEXT NOT NULL,
      number INTEGER NOT NULL,
      start INTEGER NOT NULL,
      document INTEGER NOT NULL,
      PRIMARY KEY (path, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_by_document ON item (document);
    CREATE VIRTUAL TABLE words USING fts5(
      text, content='', tokenize='unicode61 remove_diacritics 0');
    CREATE TABLE name (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE) STRICT;
    CREATE VIRTUAL TABLE named USING fts5(
      names, content='', tokenize='unicode61 remove_diacritics 0');
    CREATE TABLE entity (
      document INTEGER NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      names TEXT NOT NULL,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      count INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX entity_by_document ON entity (document);
    CREATE TABLE quotation (
      document INTEGER NOT NULL,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      speaker TEXT,
      names TEXT NOT NULL,
      kind TEXT,
      folded TEXT NOT NULL
    ) STRICT;
    CREATE TABLE topic (
      document INTEGER NOT NULL,
      quotation INTEGER NOT NULL,
      entity INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX topic_by_document ON topic (document);
    CREATE INDEX quotation_by_document ON quotation (document);
    CREATE INDEX quotation_by_names ON quotation (names, document);
    CREATE INDEX entity_by_names ON entity (names, kind, document);
    """
}
