#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Requests and answers as plain values: what speaks HTTP stands in daemon.cpp alone.
namespace bienban::server {

enum class Method : std::uint8_t { get, post, put, patch, remove };

/// What a request may carry.
enum class Body : std::uint8_t { none, json, files };

/// A file that was uploaded: its bytes lie in a file of their own.
struct UploadedFile {
	std::string name;  ///< as the sender calls it, without folders
	std::filesystem::path path;
	std::uintmax_t bytes = 0;
};

struct Request {
	Method method = Method::get;
	std::string path;  ///< decoded, from "/" on
	std::vector<std::pair<std::string, std::string>> query;
	std::vector<std::pair<std::string, std::string>> headers;  ///< names in small letters
	std::string remote;                                        ///< address of whoever is connected
	std::string body;
	std::vector<UploadedFile> files;

	/// The first value of that name; nothing where there is none.
	std::optional<std::string> parameter(std::string_view name) const;
	/// Empty where there is none.
	std::string_view header(std::string_view name) const;
	/// Of the header Cookie; empty where there is none.
	std::string_view cookie(std::string_view name) const;
};

struct Response {
	int status = 200;
	std::string type;  ///< empty: no body
	/// Shared, since many answers are given from memory.
	std::shared_ptr<const std::string> body;
	std::vector<std::pair<std::string, std::string>> headers;

	void add(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

}  // namespace bienban::server
