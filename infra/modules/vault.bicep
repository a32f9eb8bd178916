// The vault that holds the line's secrets and nothing else: data-keys, and directory-client-secret where it is used.

@description('Name of the vault, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Closes the vault to the internet.')
param isPrivate bool

@description('With isPrivate: public IPv4 addresses that may reach it all the same.')
param openTo array

@description('Object id of the server\'s identity.')
param serverPrincipalId string

@description('Entra group of the operators; empty for none.')
param operatorsGroupId string

@description('Resource id of the Log Analytics workspace that is told of every reading.')
param workspaceId string

@description('Keeps the vault from being deleted by mistake.')
param locked bool

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    // a lost data key is lost data: what is deleted can be had back for 90 days, and nobody can hurry its end
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: isPrivate && empty(openTo) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: [
        for address in openTo: {
          value: address
        }
      ]
    }
  }
}

var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-875b-0445b86b69e6' // Key Vault Secrets User
)
var secretsOfficer = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7' // Key Vault Secrets Officer
)

// The server's settings name secrets of this vault. On the vault and not on each secret, because the role must have
// taken hold (some minutes) before the secrets are there; the vault holds nothing that the server may not read.
resource serverReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, serverPrincipalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: serverPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Operators put the data keys in, rotate them, and keep their copy.
resource operatorsWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(vault.id, operatorsGroupId, secretsOfficer)
  scope: vault
  properties: {
    roleDefinitionId: secretsOfficer
    principalId: operatorsGroupId
    principalType: 'Group'
  }
}

// Who read or changed a secret, and when.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without its data keys nothing that the line keeps can be read.'
  }
}

@description('Resource id of the vault.')
output vaultId string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Address of the vault, with a slash at its end.')
output uri string = vault.properties.vaultUri
