import Glibc
import Interface
import Library
import Platform

/// The file of a run that was ended, to be gone on with.
struct ResumedOutput {
  /// Why it cannot be gone on with.
  enum Problem: Error {
    /// The file cannot be opened or written.
    case file(FileError)
    /// It is a device or a pipe.
    case noFile(String)
    /// Another run writes to it.
    case busy(String)
    /// The line is nothing that this command has written.
    case foreign(String, line: Int)
  }

  /// Where the rest is written.
  let descriptor: Int32
  /// What is in it.
  let done: DoneDocuments

  /// Opens the file at `path`, which is made where there is none; a last line that was cut is removed.
  ///
  /// - Throws: ``Problem``; the file stays as it was.
  /// - Complexity: O(*n*) in the file, a line in memory at a time.
  init(path: String) throws(Problem) {
    let file = PathCalls.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o666)
    guard file >= 0 else { throw .file(FileError(path: path, errno: errno)) }
    var status = stat()
    // A device may never end, and of a pipe nothing can be removed.
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .noFile(path)
    }
    // Until the program ends.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw .busy(path) }
    var found = DoneDocuments()
    var reader = LineReader(file)
    var number = 0
    while let line = try Self.next(&reader, path) {
      number += 1
      if reader.isCut {
        guard case .bytes(let bytes) = line, Self.beginsOwnLine(bytes) else {
          throw .foreign(path, line: number)
        }
        break
      }
      guard case .bytes(let bytes) = line,
        let json = try? JSON(parsing: String(decoding: bytes, as: UTF8.self)),
        let id = json["id"], json["entities"] != nil || json["error"] != nil
      else { throw .foreign(path, line: number) }
      found.add(id)
    }
    let end = reader.lengthOfWholeLines
    guard ftruncate(file, off_t(end)) == 0, lseek(file, 0, SEEK_END) >= 0 else {
      throw .file(FileError(path: path, errno: errno))
    }
    (descriptor, done) = (file, found)
  }

  /// Whether a line without its end may be one of this command: an id, then the id of the text or an error.
  ///
  /// A file of one line that somebody else has written, as an article in JSON, has to stay as it is.
  static func beginsOwnLine(_ line: [UInt8]) -> Bool {
    let rest = line[...].dropFirst(#"{"id":"#.utf8.count)
    guard #"{"id":"#.utf8.starts(with: line.prefix(6)), let first = rest.first else {
      return #"{"id":"#.utf8.starts(with: line)
    }
    var end = rest.startIndex + 1
    while end < rest.endIndex,
      first == UInt8(ascii: "\"") ? rest[end] != first : rest[end] != UInt8(ascii: ",")
    {
      end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    let behind = rest.dropFirst(end - rest.startIndex + (first == UInt8(ascii: "\"") ? 1 : 0))
    return [#","doc_id":"#, #","error":"#].contains { key in
      key.utf8.starts(with: behind.prefix(key.utf8.count))
    }
  }

  private static func next(
    _ reader: inout LineReader, _ path: String
  ) throws(Problem) -> LineReader.Line? {
    do throws(ReadingFailure) { return try reader.next() } catch {
      throw .file(FileError(path: path, errno: error.number))
    }
  }
}

extension ResumedOutput.Problem: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase {
    switch self {
    case .file(let error): Phrase(.inFile, .path(error.path), error.reason.argument)
    case .noFile(let path): Phrase(.outputNoFile, .path(path))
    case .busy(let path): Phrase(.outputBusy, .path(path))
    case .foreign(let path, let line): Phrase(.outputForeign, .path(path), .number(line))
    }
  }

  /// 73 for a file that cannot be made or is in use, 65 for one of others.
  var exitCode: Int32 {
    if case .foreign = self { EX_DATAERR } else { EX_CANTCREAT }
  }
}
