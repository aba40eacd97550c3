import Glibc
import Platform

/// Why a document cannot be shown.
package enum DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No such file.
  case missing(String)
  /// The article is not in the file any more that was in it when it was listed.
  case gone(String)
  /// A folder, not a file.
  case folder(String)
  /// A pipe, a socket or a device, where only a file is wanted.
  case notAFile(String)
  /// The file has not been read in the time that there was.
  case slow(String)
  /// The file may not be read.
  case notPermitted(String)
  /// The file cannot be opened, with this `errno`.
  case unreadable(String, Int32)
  /// Not a single character.
  case empty(String)
  /// Bytes that are no text; where it was recognised, their format.
  case binary(String, format: FileFormat?)
  /// More than ``ByteSource/longestStream`` bytes that do not come from a file.
  case tooLong(String)
  /// A file of more bytes than are taken of its kind.
  case overLimit(String, limit: Int)
  /// A charset that `iconv` does not convert.
  case unknownEncoding(String)
  /// A file of a format that holds text, without a word in it: a page whose words come by a script.
  case noWords(String)
  /// A file of any other format, without a word in it.
  case wordless(String)
  /// What browsers or servers keep pages in, without a page.
  case noPage(String)
  /// A list of the addresses of a site, for programs that gather its pages.
  case sitemap(String)
  /// Files of this pattern are to be read by a program whose call does not say where the file's path goes.
  case noPlaceholder(String, pattern: String)
  /// A feed without an item.
  case noItems(String)
  /// What is read of it stands inside more elements, arrays or objects than are entered.
  case tooDeep(String, levels: Int)
  /// It was packed more often than it is unpacked.
  case packedTooOften(String)
  /// A book that names files outside of itself, and none that is in it.
  case leadsOutside(String)
  /// A file whose pages are pictures.
  case scanned(String)
  /// An archive that is cut, or is not what it seems.
  case damaged(String)
  /// An archive or a document that needs a password.
  case encrypted(String)
  /// A book whose pages are locked by who sold it.
  case locked(String)
  /// An archive that unpacks to so much more than it is that it was made to fill memory.
  case bomb(String)
  /// A file of articles as JSON in which none is; the member that their text was looked for in, where one was
  /// named.
  case noArticles(String, field: String?)
  /// What says that it is JSON, and is none at this byte, from 1.
  case notJSON(String, byte: Int)
  /// The program that a person has named for such files is not there.
  case noConverter(String, program: String)
  /// A program that reads the format does not take the file; its name and what it says.
  case refused(String, by: String, because: String)
  /// A program that reads the format was stopped; its name and how long it had.
  case stopped(String, by: String, seconds: Int)
  /// What reads the format is not installed; the name of the Debian package that has it.
  case missingPackage(String, String)
  /// Standard input is the keyboard.
  case terminal
  /// Reading failed on the way, with this `errno`.
  case failed(String, Int32)

  /// What is wrong, in English, in one line without control characters; the message for a person says more.
  package var description: String {
    let problem =
      switch self {
      case .missing: "there is no such file"
      case .gone: "the article is not there any more"
      case .folder: "a folder"
      case .notAFile: "no file, but a pipe, a socket or a device"
      case .slow: "takes long to be read"
      case .notPermitted: "may not be read"
      case .unreadable(_, let number): "cannot be opened: \(String(cString: strerror(number)))"
      case .empty: "empty"
      case .binary(_, let format): "no text, but \(format?.rawValue ?? "binary data")"
      case .tooLong: "more than \(ByteSource.longestStream >> 20) MiB"
      case .overLimit(_, let limit): "more than \(limit >> 20) MiB"
      case .unknownEncoding: "no known charset"
      case .noWords: "no words in it"
      case .wordless: "without words"
      case .noPage: "no page in it"
      case .sitemap: "a list of addresses"
      case .noPlaceholder(_, let pattern):
        "no \(CommandTemplate.placeholder) in what [open] has for \(TerminalControls.picturedOnOneLine(pattern))"
      case .noItems: "a feed without items"
      case .tooDeep(_, let levels): "nested more than \(levels) levels deep"
      case .packedTooOften: "packed more than \(PackedFile.mostLayers) times"
      case .leadsOutside: "names files outside of itself"
      case .scanned: "its pages are pictures"
      case .damaged: "cut or damaged"
      case .encrypted: "locked with a password"
      case .locked: "locked by who sold it"
      case .bomb: "unpacks to far more than it is"
      case .noArticles: "no article in it"
      case .notJSON(_, let byte): "no JSON at byte \(byte)"
      case .noConverter(_, let program): "\(FilePath.shownInLine(program)) is not there to read it"
      case .refused(_, let program, let reason):
        "\(program) says: \(TerminalControls.picturedOnOneLine(reason))"
      case .stopped(_, let program, let seconds):
        "\(program) was stopped after \(seconds) s"
      case .missingPackage(_, let package): "cannot be read without the package \(package)"
      case .terminal: "standard input is a terminal"
      case .failed(_, let number): "cannot be read: \(String(cString: strerror(number)))"
      }
    return shownName.map { "\($0): \(problem)" } ?? problem
  }

  /// The exit status of sysexits.h: 64 for a wrong call, 65 for data that are no text, 66 for a file
  /// that cannot be opened, 69 for a program or library that is missing, 74 for a failure of the device,
  /// 78 for a configuration that has to be changed.
  package var exitCode: Int32 {
    switch self {
    case .unknownEncoding, .terminal: 64
    case .empty, .binary, .tooLong, .overLimit, .noWords, .wordless, .noPage, .sitemap, .noItems,
      .tooDeep,
      .packedTooOften, .leadsOutside, .scanned, .refused, .stopped, .damaged, .encrypted, .locked,
      .bomb, .noArticles, .notJSON:
      65
    case .missing, .gone, .folder, .notAFile, .slow, .notPermitted, .unreadable: 66
    case .noPlaceholder: 78
    case .missingPackage, .noConverter: 69
    case .failed: 74
    }
  }

  /// The error of an `open` that failed with `number`.
  package init(opening path: String, _ number: Int32) {
    self =
      switch number {
      case ENOENT, ENOTDIR: .missing(path)
      case EACCES, EPERM: .notPermitted(path)
      case EISDIR: .folder(path)
      // A socket, or a device that nothing is behind.
      case ENXIO, ENODEV: .notAFile(path)
      default: .unreadable(path, number)
      }
  }

  /// How often something may be packed.
  package static var mostLayers: Int { PackedFile.mostLayers }

  /// How many bytes are taken that do not come from a file.
  package static var longestStream: Int { ByteSource.longestStream }

  /// The name of the file, or of the charset, as it can be shown; `nil` where there is none.
  package var shownName: String? {
    switch self {
    case .missing(let name), .gone(let name), .folder(let name), .notAFile(let name),
      .slow(let name),
      .notPermitted(let name), .unreadable(let name, _), .empty(let name), .binary(let name, _),
      .tooLong(let name), .overLimit(let name, _), .unknownEncoding(let name),
      .failed(let name, _), .noWords(let name), .wordless(let name), .noPage(let name),
      .sitemap(let name), .noPlaceholder(let name, _), .noItems(let name), .tooDeep(let name, _),
      .packedTooOften(let name), .leadsOutside(let name),
      .missingPackage(let name, _), .scanned(let name),
      .refused(let name, _, _), .stopped(let name, _, _), .damaged(let name), .encrypted(let name),
      .locked(let name), .bomb(let name),
      .noArticles(let name, _), .notJSON(let name, _), .noConverter(let name, _):
      FilePath.shownInLine(name)
    case .terminal: nil
    }
  }
}
