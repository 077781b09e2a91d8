#include "paper/package.hpp"

#include <zip.h>

#include <memory>

namespace bienban::paper {

namespace {

struct Discard {
	void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Free {
	void operator()(zip_source_t* source) const { zip_source_free(source); }
};

/// The first day that a zip file knows, in whatever zone the machine is: the same bytes on every day.
constexpr zip_uint16_t k_day = 1U << 5U | 1U;

}  // namespace

base::Result<std::string> package(const std::vector<PackageFile>& files) {
	zip_error_t error;
	zip_error_init(&error);
	const auto failed = [&](const char* words) { return base::fail("paper-not-written", {words}); };
	const std::unique_ptr<zip_source_t, Free> bytes{zip_source_buffer_create(nullptr, 0, 0, &error)};
	if (!bytes) return failed(zip_error_strerror(&error));
	// The archive takes one reference to the source when it is closed, and this keeps its own.
	zip_source_keep(bytes.get());
	std::unique_ptr<zip_t, Discard> archive{zip_open_from_source(bytes.get(), ZIP_TRUNCATE, &error)};
	if (!archive) {
		zip_source_free(bytes.get());
		return failed(zip_error_strerror(&error));
	}
	for (const PackageFile& file : files) {
		zip_source_t* const content = zip_source_buffer(archive.get(), file.content.data(), file.content.size(), 0);
		if (content == nullptr) return failed(zip_strerror(archive.get()));
		const zip_int64_t index = zip_file_add(archive.get(), file.name.c_str(), content, ZIP_FL_ENC_UTF_8);
		if (index < 0) {
			zip_source_free(content);
			return failed(zip_strerror(archive.get()));
		}
		const auto at = static_cast<zip_uint64_t>(index);
		if (zip_file_set_dostime(archive.get(), at, 0, k_day, 0) != 0 ||
		    zip_set_file_compression(archive.get(), at, ZIP_CM_DEFLATE, 4) != 0) {
			return failed(zip_strerror(archive.get()));
		}
	}
	if (zip_close(archive.get()) != 0) return failed(zip_strerror(archive.get()));
	static_cast<void>(archive.release());
	zip_stat_t stat;
	if (zip_source_open(bytes.get()) != 0) return failed(zip_error_strerror(zip_source_error(bytes.get())));
	std::string out;
	if (zip_source_stat(bytes.get(), &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0) out.resize(stat.size);
	const zip_int64_t read = zip_source_read(bytes.get(), out.data(), out.size());
	zip_source_close(bytes.get());
	if (out.empty() || read != static_cast<zip_int64_t>(out.size())) {
		return failed(zip_error_strerror(zip_source_error(bytes.get())));
	}
	return out;
}

}  // namespace bienban::paper
