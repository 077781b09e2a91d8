#include "converters/package.hpp"

#include <zip.h>

namespace bienban::converters {

namespace {

/// Of one unpacked file. The text of a thousand pages has some 30 MiB of mark-up.
constexpr std::size_t k_most_bytes = 128U << 20;

struct CloseFile {
	void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Package::Discard::operator()(struct zip* archive) const { zip_discard(archive); }

base::Result<Package> Package::open(std::string_view bytes) {
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
	zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
	if (archive == nullptr) {
		if (source != nullptr) zip_source_free(source);
		zip_error_fini(&error);
		return base::fail("conversion-broken", {"zip"});
	}
	zip_error_fini(&error);
	return Package{archive};
}

bool Package::has(const std::string& name) const {
	return zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_ENC_GUESS) >= 0;
}

base::Result<std::string> Package::file(const std::string& name) const {
	const auto broken = [&] { return base::fail("conversion-broken", {name}); };
	zip_stat_t status;
	zip_stat_init(&status);
	if (zip_stat(m_archive.get(), name.c_str(), 0, &status) != 0) return broken();
	if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
		return base::fail("conversion-protected");
	}
	const std::unique_ptr<zip_file_t, CloseFile> file{zip_fopen(m_archive.get(), name.c_str(), 0)};
	if (!file) return broken();
	std::string bytes;
	// What the archive says of the size is not relied upon: it grows as bytes come.
	for (std::size_t have = 0;;) {
		if (have > k_most_bytes) return base::fail("conversion-too-much", {std::to_string(k_most_bytes >> 20U)});
		bytes.resize(have + (1U << 16U));
		const zip_int64_t got = zip_fread(file.get(), bytes.data() + have, bytes.size() - have);
		if (got < 0) return broken();
		if (got == 0) {
			bytes.resize(have);
			return bytes;
		}
		have += static_cast<std::size_t>(got);
	}
}

}  // namespace bienban::converters
