#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "model/printed.hpp"

struct Pix;

/// Recognising what is printed in an image. Tesseract and Leptonica are loaded when they are needed: they bring some
/// fifty libraries with them, which no other format should wait for, and a machine may do without them.
namespace bienban::converters {

struct FreePix {
	void operator()(Pix* pix) const;
};
using Image = std::unique_ptr<Pix, FreePix>;

/// The greatest image that is decoded: A3 at 600 dots an inch.
inline constexpr double k_most_pixels = 72e6;

/// Loads the libraries. Error: conversion-missing-tool (values: the Debian package).
base::Result<void> load_recognition();

/// How many pages an image file has, TIFF may have many, after a look at its headers only. Errors: conversion-broken
/// (values: the format), conversion-image-too-large (values: width, height), conversion-too-many-pages (values: how
/// many are read).
base::Result<std::size_t> pages_of_image(std::string_view bytes, std::string_view format);

/// Decodes one of them. Error: conversion-broken.
base::Result<Image> read_image(std::string_view bytes, std::string_view format, std::size_t page);

/// How many quarters an image has to be turned clockwise for its letters to stand upright, and how sure that is; 0
/// where it cannot be told. `dots`: an inch.
struct Turn {
	int quarters = 0;
	float sure = 0;
};
Turn turn_of(const Image& image, int dots);

/// What is printed on a page, turned upright and straight first. `dots`: an inch, 0 where that is not known. Words are
/// in Vietnamese; blocks that cannot be read so are tried in Lao, and left as the surer reading has them. Error:
/// conversion-missing-tool.
base::Result<model::PrintedPage> recognise(const Image& image, int dots);

}  // namespace bienban::converters
