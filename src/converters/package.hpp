#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

struct zip;

/// The zip file that an office document or an EPUB is.
namespace bienban::converters {

class Package {
public:
	/// `bytes` have to outlive it. Error: conversion-broken (values: "zip").
	static base::Result<Package> open(std::string_view bytes);

	bool has(const std::string& name) const;
	/// The bytes of a file in it. Errors: conversion-broken (values: the name), conversion-protected where it needs a
	/// password, conversion-too-much (values: MiB) where it unpacks to more than an office document has.
	base::Result<std::string> file(const std::string& name) const;

private:
	struct Discard {
		void operator()(struct zip* archive) const;
	};
	explicit Package(struct zip* archive) : m_archive(archive) {}
	std::unique_ptr<struct zip, Discard> m_archive;
};

}  // namespace bienban::converters
