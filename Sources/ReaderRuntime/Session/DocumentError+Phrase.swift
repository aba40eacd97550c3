import Documents
import Interface
import Platform
import Screen

extension DocumentError: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  package var phrase: Phrase {
    let name = Phrase.Argument.text(shownName ?? "")
    return switch self {
    case .missing: Phrase(.fileMissing, name)
    case .gone: Phrase(.articleGone, name)
    case .folder: Phrase(.fileIsFolder, name)
    case .notAFile: Phrase(.fileIsNoFile, name)
    case .slow: Phrase(.fileIsSlow, name, .key(.escape))
    case .notPermitted: Phrase(.fileNotPermitted, name)
    case .unreadable(_, let number): Phrase(.fileUnopened, name, .system(number))
    case .empty: Phrase(.fileEmpty, name)
    case .binary(_, let format?):
      Phrase(format.isArchive ? .fileIsArchive : .fileHasFormat, name, .phrase(format.phrase))
    case .binary(_, nil): Phrase(.fileIsBinary, name)
    case .tooLong: Phrase(.fileTooLong, name, .number(DocumentError.longestStream >> 20))
    case .overLimit(_, let limit): Phrase(.fileOverLimit, name, .number(limit >> 20))
    case .noWords: Phrase(.fileNoWords, name)
    case .wordless: Phrase(.fileWordless, name)
    case .noPage: Phrase(.fileNoPage, name)
    case .sitemap: Phrase(.fileSitemap, name)
    case .noPlaceholder(_, let pattern):
      Phrase(.fileNoPlaceholder, name, .path(pattern), .word(CommandTemplate.placeholder))
    case .noItems: Phrase(.fileNoItems, name)
    case .tooDeep(_, let levels): Phrase(.fileTooDeep, name, .number(levels))
    case .packedTooOften: Phrase(.filePackedTooOften, name, .number(DocumentError.mostLayers))
    case .leadsOutside: Phrase(.fileLeadsOutside, name)
    case .scanned: Phrase(.fileScanned, name)
    case .damaged: Phrase(.fileDamaged, name)
    case .encrypted: Phrase(.fileLocked, name)
    case .locked: Phrase(.bookLocked, name)
    case .bomb: Phrase(.fileIsBomb, name)
    case .noArticles(_, let field?): Phrase(.fileNoField, name, .path(field))
    case .noArticles(_, nil): Phrase(.fileNoArticles, name)
    case .notJSON(_, let byte): Phrase(.fileNotJSON, name, .number(byte))
    case .noConverter(_, let program): Phrase(.fileNoConverter, name, .path(program))
    case .refused(_, let program, let reason):
      Phrase(.fileRefused, name, .word(program), .text(TerminalControls.picturedOnOneLine(reason)))
    case .stopped(_, let program, let seconds):
      Phrase(.fileReaderStopped, name, .word(program), .number(seconds))
    case .missingPackage(_, let package): Phrase(.packageMissing, name, .word(package))
    case .unknownEncoding: Phrase(.charsetUnknown, name)
    case .terminal: Phrase(.noInput)
    case .failed(_, let number): Phrase(.readFailed, name, .system(number))
    }
  }
}

extension FileFormat {
  /// What it is called.
  fileprivate var phrase: Phrase {
    switch self {
    case .pdf: Phrase(.formatPDF)
    case .oldOffice: Phrase(.formatOldOffice)
    case .rtf: Phrase(.formatRTF)
    case .pages: Phrase(.formatPages)
    case .spreadsheet: Phrase(.formatSpreadsheet)
    case .presentation: Phrase(.formatPresentation)
    case .zip: Phrase(.formatArchive, .word("ZIP"))
    case .tar: Phrase(.formatArchive, .word("tar"))
    case .sevenZip: Phrase(.formatArchive, .word("7z"))
    case .rar: Phrase(.formatArchive, .word("RAR"))
    case .gzip: Phrase(.formatPacked, .word("gzip"))
    case .bzip2: Phrase(.formatPacked, .word("bzip2"))
    case .xz: Phrase(.formatPacked, .word("xz"))
    case .zstd: Phrase(.formatPacked, .word("zstd"))
    case .png: Phrase(.formatImage, .word("PNG"))
    case .jpeg: Phrase(.formatImage, .word("JPEG"))
    case .gif: Phrase(.formatImage, .word("GIF"))
    case .program: Phrase(.formatProgram)
    case .database: Phrase(.formatDatabase)
    }
  }
}
