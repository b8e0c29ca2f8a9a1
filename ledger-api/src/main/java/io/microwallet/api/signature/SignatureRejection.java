package io.microwallet.api.signature;

/** Why a call's signature does not count, in the order in which it is looked at. */
public enum SignatureRejection {
    /** The Host is none of those that this service answers for. */
    AUTHORITY_NOT_ACCEPTED,
    /** A field that the signature rests on was sent more than once. */
    DUPLICATE_FIELD,
    /** No Signature-Input, no Signature, or no Signature under the label of the input. */
    SIGNATURE_MISSING,
    /** Not the structured fields of RFC 8941 and RFC 9421. */
    SIGNATURE_MALFORMED,
    /** No signature with our tag. */
    SIGNATURE_TAG,
    /** More than one signature with our tag. */
    SIGNATURE_AMBIGUOUS,
    /** A covered component has parameters, such as {@code ;sf} or {@code ;req}. */
    COMPONENT_PARAMETERS_REFUSED,
    /** A derived component other than @method, @authority, @path and @query. */
    COMPONENT_UNSUPPORTED,
    /** A component is named twice. */
    COMPONENT_REPEATED,
    /** A component that must be covered is not. */
    COMPONENT_MISSING,
    /** Content-Digest was not sent. */
    DIGEST_MISSING,
    /** A covered field was not sent. */
    FIELD_MISSING,
    /** A covered value holds a control character, or one outside ASCII. */
    FIELD_MALFORMED,
    CREATED_MISSING,
    EXPIRES_MISSING,
    NONCE_MISSING,
    KEYID_MISSING,
    /** A parameter has another type than RFC 9421 section 2.3 gives it, or is out of its range. */
    PARAMETER_MALFORMED,
    KEY_UNKNOWN,
    KEY_REVOKED,
    /** The {@code alg} parameter is not the algorithm of the key's record. */
    ALGORITHM_MISMATCH,
    SIGNATURE_TOO_OLD,
    SIGNATURE_FROM_FUTURE,
    EXPIRED,
    /** The bytes are not a signature of this base under this key. */
    SIGNATURE_INVALID,
    /** Content-Digest is malformed or names no algorithm that we compute: sha-256 and sha-512. */
    DIGEST_UNSUPPORTED,
    /** The body is not the one that Content-Digest speaks of. */
    DIGEST_MISMATCH
}
