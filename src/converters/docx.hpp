#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace bienban::converters {

/// A Word document (the bytes of a DOCX) as a page of HTML. Errors: conversion-broken, conversion-protected,
/// conversion-too-much, conversion-no-text-inside.
base::Result<std::string> docx_html(std::string_view bytes);

}  // namespace bienban::converters
