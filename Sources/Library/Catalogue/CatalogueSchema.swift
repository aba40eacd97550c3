/// The tables of a catalogue.
enum CatalogueSchema {
  /// Counted up by each change: a catalogue of another number is made anew.
  static let version = 1

  /// What makes an empty catalogue.
  ///
  /// `document` has one row for each text, `file` one for each path below the folder: a file that was moved, or
  /// is there twice, finds its text and its analysis again by the hash. A document that no file has any more
  /// stays, unseen, for the day when the file comes back. `words` holds folded texts and not the texts: FTS5
  /// without content, whose rows cannot be removed, and need not be. `live` is 1 where a file has the document.
  /// `changed` counts nanoseconds since 1970; `date`, which the document tells, and `time`, which is the time of
  /// its file where it tells none, milliseconds; offsets bytes of the text in UTF-8; `names` has each name of one entity, folded,
  /// between `|` and blanks, as ` محمود عباس | عباس `.
  static let script = """
    CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE,
      folded TEXT NOT NULL,
      title TEXT NOT NULL,
      source TEXT,
      date INTEGER,
      time INTEGER NOT NULL,
      live INTEGER NOT NULL,
      count INTEGER NOT NULL,
      analysis TEXT
    ) STRICT;
    CREATE INDEX document_by_folded ON document (folded);
    CREATE TABLE file (
      path TEXT NOT NULL PRIMARY KEY,
      size INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      document INTEGER,
      error TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX file_by_document ON file (document);
    CREATE VIRTUAL TABLE words USING fts5(
      text, content='', tokenize='unicode61 remove_diacritics 0');
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
      folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX quotation_by_document ON quotation (document);
    CREATE INDEX quotation_by_names ON quotation (names, document);
    CREATE INDEX entity_by_names ON entity (names, kind, document);
    """
}
