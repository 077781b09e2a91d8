#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <string>

#include "converters/converter.hpp"

namespace bienban::converters {

namespace {

/// Bytes of one file in an archive; a larger one is told as such and passed over.
constexpr std::uint64_t k_most_file = 128U << 20;

constexpr std::size_t k_block = 1U << 16U;

struct FreeArchive {
	void operator()(struct archive* archive) const { archive_read_free(archive); }
};

/// The path of a file in an archive: UTF-8 where the archive says so, else its bytes.
std::string name_of(archive_entry* entry) {
	const char* name = archive_entry_pathname_utf8(entry);
	if (name == nullptr) name = archive_entry_pathname(entry);
	return name == nullptr ? std::string{} : std::string{name};
}

/// Gives one file in pieces as it is unpacked.
void give_file(struct archive* archive, const std::string& name, conversion::Sender& sender) {
	sender.begin_file(name, {});
	std::uint64_t size = 0;
	for (;;) {
		const void* bytes = nullptr;
		std::size_t count = 0;
		la_int64_t offset = 0;
		const int status = archive_read_data_block(archive, &bytes, &count, &offset);
		if (status == ARCHIVE_EOF) return sender.end();
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
			const bool locked = archive_read_has_encrypted_entries(archive) > 0;
			return sender.error({locked ? "conversion-protected" : "conversion-broken", {"archive"}, {}, 0});
		}
		size += count;
		if (size > k_most_file)
			return sender.error({"conversion-too-much", {std::to_string(k_most_file >> 20U)}, {}, 0});
		sender.data({static_cast<const char*>(bytes), count});
	}
}

}  // namespace

base::Result<void> convert_archive(const Input& input, conversion::Sender& sender) {
	const std::unique_ptr<struct archive, FreeArchive> archive{archive_read_new()};
	if (!archive) throw std::bad_alloc();
	archive_read_support_filter_gzip(archive.get());
	archive_read_support_filter_bzip2(archive.get());
	archive_read_support_filter_xz(archive.get());
	archive_read_support_filter_zstd(archive.get());
	archive_read_support_format_zip(archive.get());
	archive_read_support_format_tar(archive.get());
	archive_read_support_format_7zip(archive.get());
	archive_read_support_format_rar(archive.get());
	archive_read_support_format_rar5(archive.get());
	// A single file that is only compressed.
	archive_read_support_format_raw(archive.get());
	if (archive_read_open_fd(archive.get(), input.descriptor, k_block) != ARCHIVE_OK) {
		return base::fail("conversion-broken", {"archive"});
	}
	for (;;) {
		archive_entry* entry = nullptr;
		const int status = archive_read_next_header(archive.get(), &entry);
		if (status == ARCHIVE_EOF) return {};
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
			const bool locked = archive_read_has_encrypted_entries(archive.get()) > 0;
			return base::fail(locked ? "conversion-protected" : "conversion-broken", {"archive"});
		}
		if (archive_format(archive.get()) == ARCHIVE_FORMAT_RAW) {
			// What is not packed at all is no archive, but the rest of one. The name inside is not known.
			if (archive_filter_code(archive.get(), 0) == ARCHIVE_FILTER_NONE)
				return base::fail("conversion-broken", {"archive"});
			give_file(archive.get(), {}, sender);
			continue;
		}
		if (archive_entry_filetype(entry) != AE_IFREG) continue;
		if (archive_entry_is_encrypted(entry) != 0) {
			sender.error({"conversion-protected", {}, {}, 0}, name_of(entry));
			continue;
		}
		give_file(archive.get(), name_of(entry), sender);
	}
}

}  // namespace bienban::converters
