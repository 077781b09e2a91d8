#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace bienban::converters {

/// What a program of Debian said.
struct Said {
	std::string out;
	std::string err;  ///< its first 4 KiB
	int status = 0;   ///< 0 where it ended well
};

/// Runs a program (by its file) with `input` on standard input until it ends. Error: conversion-too-much (values: MiB)
/// where it writes more than `most` bytes; conversion-missing-tool where it does not start.
base::Result<Said> run_program(const std::string& file, const std::vector<std::string>& arguments,
                               std::string_view input, std::size_t most);

}  // namespace bienban::converters
