#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/printed.hpp"

namespace bienban::converters {

/// The text layer of a PDF.
struct PdfText {
	std::vector<model::PrintedPage> pages;
	std::string title;  ///< as the file says it, often nonsense
};

/// Reads what `pdftotext -bbox-layout` writes: pages, blocks, lines and words with their boxes. Forgiving of characters
/// that XML does not allow, which fonts of PDFs have. Error: conversion-broken (values: what), where it is something
/// else or ends before its last page does.
base::Result<PdfText> read_pdf_text(std::string xml);

}  // namespace bienban::converters
