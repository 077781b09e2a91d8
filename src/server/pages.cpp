#include "server/pages.hpp"

#include <algorithm>

#include "server/web_files.hpp"

namespace bienban::server {

namespace {

constexpr std::string_view k_index = "/";

const WebFile* find_file(std::string_view name) {
	const auto files = web_files();
	const auto found = std::ranges::find(files, name, &WebFile::name);
	return found == files.end() ? nullptr : &*found;
}

std::shared_ptr<const std::string> copied(std::string_view bytes) { return std::make_shared<const std::string>(bytes); }

}  // namespace

Response page_file(const Request& request) {
	const std::string_view path = request.path;
	const WebFile* file = find_file(path);
	// Files stand in /assets/, or have a dot in a name at the root (/favicon.ico); all else is an address within the
	// page, dots or not (/facts/F12.3).
	const bool asset =
	    path.starts_with("/assets/") || (path.rfind('/') == 0 && path.find('.') != std::string_view::npos);
	if (file == nullptr && !asset) file = find_file(k_index);
	Response response;
	if (file == nullptr) {
		response.status = asset && !web_files().empty() ? 404 : 503;
		response.type = "text/plain; charset=utf-8";
		response.body = copied(web_files().empty() ? "This program was built without its page; the API is at /api/v1.\n"
		                                           : "Not found\n");
		response.add("Cache-Control", "no-store");
		return response;
	}
	response.type = file->type;
	response.add("Vary", "Accept-Encoding");
	response.add("Cache-Control", file->immutable ? "public, max-age=31536000, immutable" : "no-cache");
	response.add("ETag", "\"" + std::string{file->hash} + "\"");
	if (request.header("if-none-match").find(file->hash) != std::string_view::npos) {
		response.status = 304;
		response.type.clear();
		return response;
	}
	const std::string_view takes = request.header("accept-encoding");
	if (!file->brotli.empty() && takes.find("br") != std::string_view::npos) {
		response.add("Content-Encoding", "br");
		response.body = copied(file->brotli);
	} else if (!file->gzip.empty() && takes.find("gzip") != std::string_view::npos) {
		response.add("Content-Encoding", "gzip");
		response.body = copied(file->gzip);
	} else {
		response.body = copied(file->bytes);
	}
	return response;
}

}  // namespace bienban::server
