import Glibc

/// The programs that stand beside the tests in the build folder.
package enum BuiltProgram {
  /// The path of the program `name`.
  package static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let tests = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
  }

  /// What every program that a test runs has in its environment: nothing of the user's, and no
  /// report of crashes that a test has made.
  package static let environment = [
    "PATH": "/usr/bin:/bin", "HOME": "/dev/null", "SWIFT_BACKTRACE": "enable=no",
    "LC_ALL": "C.UTF-8",
    // The trained tagger is slow where it is not built for speed; its own tests run it.
    "RAWI_MODEL": "none",
  ]
}
