import Glibc

/// A program of a person's own that makes a page or a text of files.
package struct Converter: Hashable, Sendable {
  /// What the names of the files are like, as in a shell: `*.rtf`.
  package let pattern: String
  /// The call, with the path of the file; `nil` where the person's words have no place for it.
  package let call: CommandTemplate?

  /// A converter of the files whose names are like `pattern`.
  package init(_ pattern: String, _ call: CommandTemplate?) {
    (self.pattern, self.call) = (pattern, call)
  }

  /// Whether it takes a file of this name; capital letters count as small ones.
  package func takes(_ name: String) -> Bool {
    FilePath.withBytes(of: name.lowercased()) { fnmatch(pattern.lowercased(), $0, 0) == 0 }
  }

  /// The program; "" where there is no call.
  package var program: String { call?.program ?? "" }

  /// The program with its arguments for the file at `path`, which is no option whatever its name; `nil` where there
  /// is no call.
  package func command(for path: String) -> [String]? {
    call?.command(for: path.hasPrefix("/") ? path : "./" + path)
  }
}
