#pragma once

#include <string_view>

#include "conversion/wire.hpp"

/// What parses foreign formats. Linked into bienban-convert and bienban-unpack only, which run locked in (lock.hpp); no
/// other program may hand a document to it.
namespace bienban::converters {

/// The file to be read: its bytes, mapped into memory, and its descriptor for what reads streams.
struct Input {
	std::string_view bytes;  ///< empty for a stream: a pipe, or a format of any size
	int descriptor = 0;
};

/// Reads the input and gives what it holds. What cannot be read at all is the error; what fails in a file among many is
/// given as an error in its place.
using Converter = base::Result<void> (*)(const Input& input, conversion::Sender& sender);

/// The converter of a format's name, or nullptr. The table stands in converter.cpp, one file for each format.
Converter converter_of(std::string_view format);

/// The same of the formats that hold files, in the program bienban-unpack. Two programs, since loading the libraries of
/// mail and archives takes longer than reading a DOCX.
Converter unpacker_of(std::string_view format);

/// Draws a page of a file that has printed pages, as PNG in a file of its own. `page` is what conversion/drawing.hpp
/// asks for. Errors: conversion-no-such-page (values: its number), and those of reading such a file.
base::Result<void> draw_page(const Input& input, std::string_view format, std::string_view page,
                             conversion::Sender& sender);

/// Tries what it may not do, as its input says: for the test of the lock.
base::Result<void> convert_trial(const Input& input, conversion::Sender& sender);

base::Result<void> convert_archive(const Input& input, conversion::Sender& sender);
base::Result<void> convert_doc(const Input& input, conversion::Sender& sender);
base::Result<void> convert_docx(const Input& input, conversion::Sender& sender);
base::Result<void> convert_eml(const Input& input, conversion::Sender& sender);
base::Result<void> convert_epub(const Input& input, conversion::Sender& sender);
base::Result<void> convert_gzip(const Input& input, conversion::Sender& sender);
base::Result<void> convert_mhtml(const Input& input, conversion::Sender& sender);
base::Result<void> convert_odt(const Input& input, conversion::Sender& sender);
base::Result<void> convert_rtf(const Input& input, conversion::Sender& sender);
base::Result<void> convert_warc(const Input& input, conversion::Sender& sender);
base::Result<void> convert_pdf(const Input& input, conversion::Sender& sender);
base::Result<void> convert_png(const Input& input, conversion::Sender& sender);
base::Result<void> convert_jpeg(const Input& input, conversion::Sender& sender);
base::Result<void> convert_tiff(const Input& input, conversion::Sender& sender);

}  // namespace bienban::converters
