import Glibc

/// The programs that tests run.
package enum BuiltProgram {
  /// The folder of programs that `RAWI_PROGRAMS` names, so that tests are run against what ships;
  /// `nil` where it is not set.
  private static let givenFolder = getenv("RAWI_PROGRAMS").map { String(cString: $0) }

  /// The path of the program `name`: in the folder that `RAWI_PROGRAMS` names, else the one that was
  /// built together with the tests.
  package static func path(_ name: String) -> String {
    if let givenFolder { return givenFolder + "/" + name }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let tests = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
  }

  /// What every program that a test runs has in its environment: nothing of the user's, and no
  /// report of crashes that a test has made.
  ///
  /// What ships runs as it ships, with its tagger. One that was built together with the tests may be
  /// built for finding faults, where the tagger takes minutes; its own tests run it.
  package static let environment = [
    "PATH": "/usr/bin:/bin", "HOME": "/dev/null", "TMPDIR": "/dev/null",
    "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8",
  ].merging(givenFolder == nil ? ["RAWI_MODEL": "none"] : [:]) { $1 }
}
