// swift-tools-version: 6.2
import PackageDescription

// One section for each layer, lowest first; arrows point downward only.
// What each target is for stands in one line in Sources/rawi/Rawi.docc/Architecture.md.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
]

let systemLibraries: [Target] = [
  .systemLibrary(name: "CFriBidi", providers: [.apt(["libfribidi-dev"])]),
  .systemLibrary(name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
  .systemLibrary(name: "CNCurses", providers: [.apt(["libncurses-dev"])]),
  .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
  .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
]

// Data compiled into the binary, and what must be C: signal handlers, loops for several processors.
let cTargets: [Target] = [
  .target(name: "CAnalysisData"),
  .target(name: "CArchives"),
  .target(name: "CEncoderArithmetic"),
  .target(name: "CInterfaceData"),
  .target(name: "CMappedText"),
  .target(name: "CMarkup"),
  .target(name: "CPlatform"),
  .target(name: "CTerminalGuard", dependencies: ["CMappedText"]),
  .target(name: "CUnicodeTables", exclude: ["generate.py"]),
]

let libraries: [Target] = [
  .target(name: "ArabicText", dependencies: ["CUnicodeTables"], swiftSettings: strict),
  .target(name: "Platform", dependencies: ["CMessageDigest", "CPlatform"], swiftSettings: strict),
  .target(name: "Screen", swiftSettings: strict),
  .target(
    name: "EntityModel",
    dependencies: ["ArabicText", "CAnalysisData", "CEncoderArithmetic", "COneDNN"],
    exclude: ["Training"],
    swiftSettings: strict),
  .target(
    name: "ArabicAnalysis", dependencies: ["ArabicText", "EntityModel", "CAnalysisData"],
    swiftSettings: strict),
  .target(
    name: "TextLayout", dependencies: ["ArabicText", "CFriBidi", "CUnicodeTables"],
    swiftSettings: strict),
  .target(
    name: "Documents",
    dependencies: [
      "ArabicText", "CAnalysisData", "CArchives", "CMappedText", "CMarkup",
      "EntityModel", "Platform",
    ],
    swiftSettings: strict),
  .target(
    name: "Library",
    dependencies: ["Annotations", "ArabicAnalysis", "ArabicText", "Documents", "Platform"],
    swiftSettings: strict),
  .target(
    name: "Annotations", dependencies: ["ArabicText", "Platform", "CSQLite"],
    swiftSettings: strict),
  .target(
    name: "Interface",
    dependencies: ["ArabicText", "Platform", "TextLayout", "Screen", "CInterfaceData"],
    swiftSettings: strict),
  .target(
    name: "Corrections",
    dependencies: [
      "Annotations", "ArabicAnalysis", "ArabicText", "Documents", "EntityModel", "Platform",
    ],
    swiftSettings: strict),
  .target(
    name: "Reader",
    dependencies: [
      "Annotations", "ArabicText", "ArabicAnalysis", "Corrections", "Interface", "Platform",
      "TextLayout",
      "Screen",
    ],
    swiftSettings: strict),
  .target(
    name: "CursesTerminal",
    dependencies: ["Platform", "Screen", "TextLayout", "CNCurses", "CTerminalGuard"],
    swiftSettings: strict),
  .target(
    name: "ReaderRuntime",
    dependencies: [
      "Annotations", "ArabicAnalysis", "ArabicText", "CInterfaceData", "Corrections", "Documents",
      "EntityModel",
      "Interface", "Library", "Platform", "Reader", "Screen",
    ],
    swiftSettings: strict),
]

let program: [Target] = [
  .executableTarget(
    name: "rawi",
    dependencies: [
      "ArabicText", "ArabicAnalysis", "EntityModel", "Annotations", "Corrections", "TextLayout",
      "Documents", "Interface", "Library", "Platform", "Reader", "ReaderRuntime", "Screen",
      "CursesTerminal",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: strict),
  // Not a product: for those who work on Rawi.
  .executableTarget(
    name: "rawi-benchmark",
    dependencies: [
      "Annotations", "ArabicText", "ArabicAnalysis", "Corrections", "EntityModel", "TextLayout",
      "Documents", "Interface", "Library", "Platform", "Reader", "Screen",
      "CInterfaceData", "TestSupport",
    ],
    path: "Sources/Benchmark", exclude: ["formats_table.py"], swiftSettings: strict),
]

let tests: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["ArabicText"], path: "Tests/TestSupport",
    swiftSettings: strict),
  .testTarget(
    name: "ArabicTextTests", dependencies: ["ArabicText", "TestSupport"], swiftSettings: strict),
  .testTarget(
    name: "PlatformTests", dependencies: ["Platform", "TestSupport"], swiftSettings: strict),
  .testTarget(
    name: "EntityModelTests",
    dependencies: [
      "ArabicText", "CAnalysisData", "CEncoderArithmetic", "EntityModel", "TestSupport",
    ],
    exclude: ["Fixtures"],
    swiftSettings: strict),
  .testTarget(
    name: "ArabicAnalysisTests",
    dependencies: ["ArabicAnalysis", "ArabicText", "CAnalysisData", "EntityModel", "TestSupport"],
    exclude: ["Fixtures"], swiftSettings: strict),
  // What others see: without package access, as they are.
  .testTarget(
    name: "LibraryTests", dependencies: ["ArabicAnalysis", "ArabicText", "EntityModel"],
    exclude: ["PublicInterface.txt"], packageAccess: false, swiftSettings: strict),
  .testTarget(
    name: "TextLayoutTests",
    dependencies: ["ArabicText", "TextLayout", "CInterfaceData", "CFriBidi", "TestSupport"],
    swiftSettings: strict),
  .testTarget(
    name: "DocumentsTests",
    dependencies: [
      "ArabicText", "CAnalysisData", "Documents", "EntityModel", "Platform", "TestSupport",
    ],
    swiftSettings: strict),
  .testTarget(
    name: "CorpusTests",
    dependencies: [
      "Annotations", "ArabicAnalysis", "ArabicText", "Documents", "Library", "Platform",
      "TestSupport",
    ],
    swiftSettings: strict),
  .testTarget(
    name: "AnnotationsTests",
    dependencies: ["Annotations", "ArabicText", "Platform", "TestSupport"], swiftSettings: strict),
  .testTarget(
    name: "CorrectionsTests",
    dependencies: ["Annotations", "ArabicAnalysis", "ArabicText", "Corrections", "TestSupport"],
    swiftSettings: strict),
  .testTarget(
    name: "InterfaceTests",
    dependencies: [
      "ArabicText", "CInterfaceData", "CursesTerminal", "Interface", "Platform", "Screen",
      "TestSupport", "TextLayout",
    ],
    swiftSettings: strict),
  .testTarget(
    name: "ReaderTests",
    dependencies: [
      "Annotations", "ArabicAnalysis", "ArabicText", "Corrections", "Interface", "Platform",
      "Reader", "ReaderRuntime", "Screen", "TestSupport", "TextLayout",
    ],
    exclude: ["Screens"], swiftSettings: strict),
  .testTarget(
    name: "ReaderRuntimeTests",
    dependencies: [
      "Annotations", "ArabicAnalysis", "ArabicText", "Corrections", "CursesTerminal", "Documents",
      "EntityModel", "Interface", "Library", "Platform", "Reader", "ReaderRuntime", "Screen",
      "TestSupport",
    ],
    swiftSettings: strict),
  .testTarget(
    name: "CursesTerminalTests",
    dependencies: [
      "rawi", "CNCurses", "CursesTerminal", "Interface", "Platform", "Screen", "TestSupport",
    ],
    swiftSettings: strict),
  .testTarget(
    name: "EndToEndTests",
    dependencies: [
      "Annotations", "ArabicAnalysis", "ArabicText", "rawi", "Interface", "Documents",
      "TestSupport",
    ],
    swiftSettings: strict),
]

let package = Package(
  name: "rawi",
  products: [
    .library(name: "ArabicAnalysis", targets: ["ArabicAnalysis", "ArabicText", "EntityModel"]),
    .executable(name: "rawi", targets: ["rawi"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: systemLibraries + cTargets + libraries + program + tests,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
