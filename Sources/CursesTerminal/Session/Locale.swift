import Glibc

/// The locale of the C library, by which curses encodes letters.
enum Locale {
  /// How the locale encodes letters: "UTF-8".
  static var codeset: String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }

  /// Uses the user's locale; where it is not UTF-8 (LC_ALL=C), C.UTF-8 for letters, as each Arabic
  /// letter would become a blank without any call failing.
  static func useUTF8() {
    setlocale(LC_ALL, "")
    if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
