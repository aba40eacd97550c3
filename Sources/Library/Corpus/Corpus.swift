import ArabicText
import Documents
import Glibc
import Platform

/// Many documents: files, folders with all that lies in them, and JSON Lines, of files or piped into the
/// program.
package struct Corpus: Sendable {
  /// How its documents are read.
  package struct Reading: Sendable {
    /// The charset of files by a name that `iconv` knows; `nil` where it is to be recognised.
    package var encoding: String?
    /// What is taken of a page, and the member of JSON Lines that holds the text.
    package var extent = Extent.article
    /// Whether broken lines are joined.
    package var wrapped = HardWrap.Choice.auto
    /// Whether each item of a feed is a document of its own.
    package var dividesFeeds = false

    /// Reading as the program does by itself.
    package init() {}
  }

  /// Where its documents are.
  private enum Source: Sendable {
    case file(String)
    case lines(path: String)
    case stream(LineReader)
    case read(Document)
  }

  private let sources: [Source]
  let reading: Reading

  /// The corpus of `paths`: files, and folders.
  ///
  /// Of a folder all regular files are taken and those of folders in it, in the order of the bytes of their
  /// names, folder by folder; what begins with a dot and links to folders are left out. A file whose first
  /// line is an article in JSON is one of JSON Lines; with `holdsLines`, all are.
  ///
  /// - Complexity: O(*n* log *n*) in the files.
  package init(_ paths: [String], _ reading: Reading, holdsLines: Bool = false) {
    self.reading = reading
    sources = paths.flatMap(Self.files).map { path in
      holdsLines ? .lines(path: path) : .file(path)
    }
  }

  /// The corpus of the JSON Lines that `lines` gives from standard input.
  package init(standardInput lines: LineReader, _ reading: Reading) {
    self.reading = reading
    sources = [.stream(lines)]
  }

  /// The corpus of the items of `feed`, which was read already.
  package init(items feed: Document) {
    reading = Reading()
    sources = [.read(feed)]
  }

  /// The path of its only document, where that is a file of its own.
  package var onlyFile: String? {
    guard !reading.dividesFeeds, sources.count == 1, case .file(let path) = sources[0],
      !Self.holdsLines(path, reading)
    else { return nil }
    return path
  }

  /// How many documents it has, a file of JSON Lines among others counted as one; `nil` where that is known only
  /// when they have been read.
  package var count: Int? {
    // A single one is JSON Lines.
    let areFiles = sources.allSatisfy { if case .file = $0 { true } else { false } }
    return areFiles && !reading.dividesFeeds && sources.count != 1 ? sources.count : nil
  }

  /// Hands over one document after the other, until `take` says that it wants no more.
  package func forEach(_ take: (CorpusDocument) -> Bool) {
    for source in sources {
      let goesOn =
        switch source {
        case .file(let path):
          Self.holdsLines(path, reading) ? lines(of: path, take) : documents(of: path, take)
        case .lines(let path): lines(of: path, take)
        case .stream(let reader): lines(reader, name: "standard input", take)
        case .read(let document): Self.items(of: document, named: document.name, take)
        }
      if !goesOn { return }
    }
  }

  func document(_ path: String) -> CorpusDocument {
    do throws(DocumentError) {
      var document = try DocumentLoader.load(
        path: path, encoding: reading.encoding, extent: reading.extent, kinds: .anyStream,
        wrapped: reading.wrapped)
      if document.contentHash == nil {
        document.contentHash = DocumentLoader.contentHash(of: document.text)
      }
      return CorpusDocument(id: .string(path), content: .success(document))
    } catch {
      return CorpusDocument(id: .string(path), content: .failure(.file(error)))
    }
  }

  private func lines(of path: String, _ take: (CorpusDocument) -> Bool) -> Bool {
    let descriptor = PathCalls.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      let failure = CorpusFailure.stream(path, errno)
      return take(CorpusDocument(id: .string(path), content: .failure(failure)))
    }
    defer { close(descriptor) }
    return lines(LineReader(descriptor), name: FilePath.name(of: path), take)
  }

  private func lines(
    _ reader: LineReader, name: String, _ take: (CorpusDocument) -> Bool
  ) -> Bool {
    var reader = reader
    var number = 0
    do throws(ReadingFailure) {
      while let line = try reader.next() {
        number += 1
        guard let document = document(line, number: number, of: name) else { continue }
        if !take(document) { return false }
      }
    } catch {
      let failure = CorpusFailure.stream(name, error.number)
      let id = JSON.string("line \(number + 1)")
      return take(CorpusDocument(id: id, content: .failure(failure)))
    }
    return true
  }

  /// The document of a line; `nil` for one of white space.
  private func document(
    _ line: LineReader.Line, number: Int, of name: String
  ) -> CorpusDocument? {
    let place = JSON.integer(Int64(number))
    // What is no article must not seem to be one that is called so.
    let unread = JSON.string("line \(number)")
    guard case .bytes(let bytes) = line else {
      let failure = CorpusFailure.longLine(number, limit: LineReader.longest)
      return CorpusDocument(id: unread, content: .failure(failure))
    }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return nil }
    let line: [UInt8]
    do throws(DocumentError) {
      line = try DocumentLoader.utf8(ofLine: bytes, encoding: reading.encoding)
    } catch {
      return CorpusDocument(id: unread, content: .failure(.file(error)))
    }
    if reading.encoding == nil, let byte = Self.firstIllFormed(in: line) {
      return CorpusDocument(id: unread, content: .failure(.line(number, .bytes(at: byte + 1))))
    }
    do throws(CorpusLine.Refused) {
      let record = try CorpusLine(line: line, field: reading.extent.field)
      let text = DecodedText(record.text)
      guard text.utf8Count > 0 else {
        return CorpusDocument(id: record.id ?? unread, content: .failure(.emptyLine(number)))
      }
      let document = Document(
        text: text, name: name, contentHash: DocumentLoader.contentHash(of: text))
      return CorpusDocument(id: record.id ?? place, content: .success(document))
    } catch {
      return CorpusDocument(
        id: error.id ?? unread, content: .failure(.line(number, error.reason)))
    }
  }

  /// Where the first bytes of `line` stand that are no UTF-8.
  private static func firstIllFormed(in line: [UInt8]) -> Int? {
    guard String(validating: line, as: UTF8.self) == nil else { return nil }
    return line.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let (value, length) = decodeScalar(bytes, at: place)
        if value == 0xFFFD, !bytes[place...].starts(with: "\u{FFFD}".utf8) { return place }
        place += length
      }
      return nil
    }
  }

  /// Whether the file at `path` begins with an article in a line of JSON.
  private static func holdsLines(_ path: String, _ reading: Reading) -> Bool {
    // Opening a pipe and closing it again would end who writes there.
    guard isFile(path) else { return false }
    let descriptor = PathCalls.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var reader = LineReader(descriptor)
    return (try? reader.beginsWithRecord(field: reading.extent.field)) ?? false
  }

  /// The file at `path`, or the files in the folder there.
  private static func files(at path: String) -> [String] {
    guard isFolder(path, followsLinks: true) else { return [path] }
    return below(path)
  }

  private static func below(_ folder: String) -> [String] {
    let paths = Folder.names(in: folder).filter { !$0.hasPrefix(".") }
      .map { FilePath.join(folder, $0) }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { path in
      if isFolder(path, followsLinks: false) { return below(path) }
      return isFile(path) ? [path] : []
    }
  }

  private static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
    let status = followsLinks ? PathCalls.status(of: path) : PathCalls.linkStatus(of: path)
    return status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  private static func isFile(_ path: String) -> Bool {
    PathCalls.status(of: path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }
}
