package io.microwallet.api.page;

import io.microwallet.api.page.web.PageAssets;
import io.microwallet.api.page.web.PageRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the pages' files under the names that hold their hashes, and nothing else. */
@RestController
final class AssetCalls {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final PageAssets assets;

    AssetCalls(PageAssets assets) {
        this.assets = assets;
    }

    @GetMapping(PageAssets.ROOT + "{name}")
    ResponseEntity<byte[]> asset(HttpServletRequest request) {
        var asset = assets.find(request.getRequestURI()).orElseThrow(PageRefusal.LINK_UNKNOWN::exception);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.mediaType()))
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .body(asset.bytes());
    }
}
